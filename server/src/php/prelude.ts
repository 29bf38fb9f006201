/**
 * Moodle's classes that schemas are made of, in PHP of our own: the five description classes for every Moodle (their
 * constructors run natively, see descriptions.ts), the others only where no Moodle tree brings its own. Texts and
 * details are those of the version that is asked for, as far back as 3.9 (lib/externallib.php, lib/external/classes,
 * lib/classes), since an exact schema holds them.
 */
import { coreText, functionsText } from './prelude/core.ts';
import { exportersText, persistentText, userText } from './prelude/exporters.ts';
import type { HasVersion } from './prelude/version.ts';
import { reflectionText } from './reflectionPrelude.ts';

const scheme = 'moodle-ws:/';
/** The file of the description classes. */
export const preludePath = `${scheme}core_external.php`;

/** Classes that are made from facts about functions: less than all of a class. */
export const factsScheme = `${scheme}facts/`;

export const isPreludePath = (path: string): boolean => path.startsWith(scheme);

/** Base classes that always come from here, lower case: the tree's own would only be slower. */
export const nativeClasses = new Set([
  'external_description',
  'external_value',
  'external_single_structure',
  'external_multiple_structure',
  'external_function_parameters',
]);

/** Path → text of the files of one version. */
export const preludeFiles = (has: HasVersion): Readonly<Record<string, string>> => ({
  [preludePath]: `<?php${descriptionsText}${externalText(has)}`,
  [`${scheme}exporters.php`]: `<?php${exportersText(has)}`,
  [`${scheme}persistent.php`]: `<?php${persistentText}`,
  [`${scheme}reflection.php`]: `<?php${reflectionText}`,
  [`${scheme}user.php`]: `<?php${userText(has)}`,
  [`${scheme}core.php`]: `<?php${coreText(has)}`,
  [`${scheme}functions.php`]: `<?php${functionsText}`,
});

const descriptionsText = `
namespace core_external;

abstract class external_description {
    public $desc;
    public $required;
    public $default;
    public $allownull;
    public function __construct($desc, $required, $default, $allownull = 0) {}
}

class external_value extends external_description {
    public $type;
    public function __construct($type, $desc = '', $required = 1, $default = null, $allownull = 1) {}
}

class external_single_structure extends external_description {
    public $keys;
    public function __construct(array $keys, $desc = '', $required = 1, $default = null, $allownull = 0) {}
}

class external_multiple_structure extends external_description {
    public $content;
    public function __construct(external_description $content, $desc = '', $required = 1, $default = null, $allownull = 0) {}
}

class external_function_parameters extends external_single_structure {
    public function __construct(array $keys, $desc = '', $required = 1, $default = null) {}
}
`;

const externalText = (has: HasVersion): string => {
  // The closing bracket of 4.1 was lost in 4.2 and found again in 4.4.
  const formats = has('4.4') ? ', or 4 = MARKDOWN)' : has('4.2') ? ', or 4 = MARKDOWN' : ' or 4 = MARKDOWN)';
  return `
class external_api {
    protected static function get_context_parameters() {
        return new external_single_structure([
            'contextid' => new external_value('int', 'Context ID. Either use this value, or level and instanceid.', 0, 0),
            'contextlevel' => new external_value('alpha', 'Context level. To be used with instanceid.', 0, ''),
            'instanceid' => new external_value('int', 'Context instance ID. To be used with level', 0, 0),
        ]);
    }
}

class external_format_value extends external_value {
    public function __construct($textfieldname, $required = 1, $default = null) {
        if ($default == null && $required == 0) {
            $default = '1';
        }
        ${has('4.4') ? "if ($default !== null && !in_array($default, ['0', '1', '2', '4'])) { $default = null; }" : ''}
        parent::__construct('int', $textfieldname . ' format (1 = HTML, 0 = MOODLE, 2 = PLAIN${formats}', $required, $default);
    }
}

class external_warnings extends external_multiple_structure {
    public function __construct(
        $itemdesc = 'item',
        $itemiddesc = 'item id',
        $codedesc = 'the warning code can be used by the client app to implement specific behaviour'
    ) {
        parent::__construct(new external_single_structure([
            'item' => new external_value('text', $itemdesc, 2),
            'itemid' => new external_value('int', $itemiddesc, 2),
            'warningcode' => new external_value('alphanum', $codedesc),
            'message' => new external_value('${has('4.0') ? 'raw' : 'text'}', 'untranslated english message to explain the warning'),
        ], 'warning'), 'list of warnings', 2);
    }
}

class external_files extends external_multiple_structure {
    private static function fields() {
        return [
            'filename' => ['file', 'File name.'],
            'filepath' => ['path', 'File path.'],
            'filesize' => ['int', 'File size.'],
            'fileurl' => ['url', 'Downloadable file url.'],
            'timemodified' => ['int', 'Time modified.'],
            'mimetype' => ['raw', 'File mime type.'],
            'isexternalfile' => ['bool', 'Whether is an external file.'],
            'repositorytype' => ['plugin', 'The repository type for external files.'],${
              has('4.4')
                ? `
            'icon' => ['raw', 'The relative path to the relevant file type icon based on the file\\'s mime type.'],`
                : ''
            }
        ];
    }
    public function __construct($desc = 'List of files.', $required = 1) {
        $keys = [];
        foreach (self::fields() as $name => [$type, $text]) {
            $keys[$name] = new external_value($type, $text, 2);
        }
        parent::__construct(new external_single_structure($keys, 'File.'), $desc, $required);
    }
    public static function get_properties_for_exporter() {
        $properties = [];
        foreach (self::fields() as $name => [$type, $text]) {
            $properties[$name] = ['type' => $type, 'description' => $text, 'optional' => true, 'null' => false];
        }
        $properties['repositorytype'] = [...$properties['repositorytype'],
            'null' => true, 'description' => 'The repository type for the external files.'];
        ${
          has('4.4')
            ? `$properties['icon'] = [...$properties['icon'], 'null' => true,
            'description' => 'Relative path to the relevant file type icon based on the file\\'s mime type.'];`
            : ''
        }
        return $properties;
    }
}
`;
};
