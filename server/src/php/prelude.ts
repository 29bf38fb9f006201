import { reflectionText } from './reflectionPrelude.ts';

/**
 * The classes that every schema is made of, in PHP of our own, for every Moodle: the five description classes always
 * (their constructors run natively, see descriptions.ts), the others only where no Moodle tree brings its own.
 * Texts are those of lib/external/classes in Moodle 4.2 and later, since an exact schema holds them.
 */
export const preludePath = 'moodle-ws:/prelude.php';

/** Base classes that always come from here, lower case: the tree's own would only be slower. */
export const nativeClasses = new Set([
  'external_description',
  'external_value',
  'external_single_structure',
  'external_multiple_structure',
  'external_function_parameters',
]);

/** Classes used only without a tree that has them. */
export const fallbackClasses = new Set([
  'external_api',
  'external_warnings',
  'external_files',
  'external_format_value',
]);

export const preludeText = `<?php
namespace core_external {

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
            $default = 1;
        }
        parent::__construct('int', $textfieldname . ' format (1 = HTML, 0 = MOODLE, 2 = PLAIN, or 4 = MARKDOWN', $required, $default);
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
            'message' => new external_value('raw', 'untranslated english message to explain the warning'),
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
            'repositorytype' => ['plugin', 'The repository type for external files.'],
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
            $properties[$name] = ['type' => $type, 'description' => $text, 'optional' => true, 'null' => 0];
        }
        $properties['repositorytype']['null'] = 1;
        $properties['repositorytype']['description'] = 'The repository type for the external files.';
        return $properties;
    }
}
}

namespace {
${reflectionText}}
`;
