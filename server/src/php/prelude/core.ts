import type { HasVersion } from './version.ts';

/** What activity modules share (course/classes/external/helper_for_get_mods_by_courses.php, from 4.1 on). */
const activities = (has: HasVersion): string => `
namespace core_course\\external;

use core_external\\external_files;
use core_external\\external_format_value;
use core_external\\external_value;

abstract class helper_for_get_mods_by_courses {
    public static function standard_coursemodule_elements_returns(bool $introoptional = false): array {
        $intro = $introoptional ? 2 : 1;
        return [
            'id' => new external_value('int', 'Activity instance id'),
            'coursemodule' => new external_value('int', 'Course module id'),
            'course' => new external_value('int', 'Course id'),
            'name' => new external_value('raw', 'Activity name'),
            'intro' => new external_value('raw', 'Activity introduction', $intro),
            'introformat' => new external_format_value('intro', $intro),
            'introfiles' => new external_files('Files in the introduction', 2),
            'section' => new external_value('int', 'Course section id', 2),
            'visible' => new external_value('bool', 'Visible', 2),
            'groupmode' => new external_value('int', 'Group mode', 2),
            'groupingid' => new external_value('int', 'Group id', 2),
            'lang' => new external_value('safedir', 'Forced activity language', 2),${
              has('5.1')
                ? `
            'enableaitools' => new external_value('int', 'AI tools status', 2),
            'enabledaiactions' => new external_value('text', 'Enabled AI actions', 2),`
                : ''
            }
        ];
    }
}
`;

/** Exporters that schemas of plugins hold and that have no texts of their own (course/, files/, user/classes/external). */
const exporters = (has: HasVersion): string => `
namespace core_course\\external;

class course_summary_exporter extends \\core\\external\\exporter {
    public static function define_properties() {
        return [
            'id' => ['type' => 'int'],
            'fullname' => ['type' => 'text'],
            'shortname' => ['type' => 'text'],
            'idnumber' => ['type' => 'raw'],
            'summary' => ['type' => 'raw', 'null' => true${has('4.4') ? ", 'default' => null" : ''}],
            'summaryformat' => ['type' => 'int'${has('4.4') ? ", 'default' => '0'" : ''}],
            'startdate' => ['type' => 'int'],
            'enddate' => ['type' => 'int'],
            'visible' => ['type' => 'bool'],
            ${has('3.11') ? "'showactivitydates' => ['type' => 'bool', 'null' => true]," : ''}
            ${has('3.11') ? "'showcompletionconditions' => ['type' => 'bool', 'null' => true]," : ''}
            ${has('4.2') ? `'pdfexportfont' => ['type' => 'text', 'null' => true${has('4.4') ? ", 'default' => null" : ''}],` : ''}
        ];
    }

    public static function define_other_properties() {
        return [
            'fullnamedisplay' => ['type' => 'text'],
            'viewurl' => ['type' => 'url'],
            'courseimage' => ['type' => 'raw'],
            'progress' => ['type' => 'int', 'optional' => true],
            'hasprogress' => ['type' => 'bool'],
            'isfavourite' => ['type' => 'bool'],
            'hidden' => ['type' => 'bool'],
            'timeaccess' => ['type' => 'int', 'optional' => true],
            'showshortname' => ['type' => 'bool'],
            'coursecategory' => ['type' => 'text'],
        ];
    }
}

namespace core_files\\external;

class stored_file_exporter extends \\core\\external\\exporter {
    protected static function define_properties() {
        return [
            'contextid' => ['type' => 'int'],
            'component' => ['type' => 'component'],
            'filearea' => ['type' => 'area'],
            'itemid' => ['type' => 'int'],
            'filepath' => ['type' => 'path'],
            'filename' => ['type' => 'file'],
            'isdir' => ['type' => 'bool'],
            'isimage' => ['type' => 'bool'],
            'timemodified' => ['type' => 'int'],
            'timecreated' => ['type' => 'int'],
            'filesize' => ['type' => 'int'],
            'author' => ['type' => 'text'],
            'license' => ['type' => 'text'],
        ];
    }

    protected static function define_other_properties() {
        return [
            'filenameshort' => ['type' => 'raw'],
            'filesizeformatted' => ['type' => 'raw'],
            'icon' => ['type' => 'raw'],
            'timecreatedformatted' => ['type' => 'raw'],
            'timemodifiedformatted' => ['type' => 'raw'],
            'url' => ['type' => 'url'],
        ];
    }
}

namespace core_user\\external;

class user_summary_exporter extends \\core\\external\\exporter {
    public static function define_properties() {
        $properties = ['id' => ['type' => 'int']];
        foreach (['email', 'idnumber', 'phone1', 'phone2', 'department', 'institution'] as $field) {
            $properties[$field] = ['type' => \\core_user::get_property_type($field), 'default' => ''];
        }
        return $properties;
    }

    public static function define_other_properties() {
        return [
            'fullname' => ['type' => 'raw'],
            'identity' => ['type' => 'raw'],
            'profileurl' => ['type' => 'url'],
            'profileimageurl' => ['type' => 'url'],
            'profileimageurlsmall' => ['type' => 'url'],
        ];
    }
}
`;

/** Classes of Moodle that schemas of plugins name most often. */
export const coreText = (has: HasVersion): string => (has('4.1') ? activities(has) : '') + exporters(has);

/** lib/accesslib.php */
export const functionsText = `
function load_capability_def($component) {
    $file = \\core_component::get_component_directory($component) . '/db/access.php';
    $capabilities = [];
    if (file_exists($file)) {
        require($file);
    }
    return $capabilities;
}
`;
