import type { HasVersion } from './version.ts';

/**
 * Stand-ins for the base classes of exporters and persistents, for plugins without a Moodle tree: what
 * lib/classes/external/exporter.php, persistent_exporter.php, lib/classes/persistent.php and core_user of
 * lib/classes/user.php do to schemas, in PHP of our own. What only running code does (export, database) is left out.
 */
export const exportersText = (has: HasVersion): string => `
namespace core\\external;

use core_external\\external_format_value;
use core_external\\external_multiple_structure;
use core_external\\external_single_structure;
use core_external\\external_value;

abstract class exporter {
    protected static function define_properties() {
        return [];
    }

    protected static function define_other_properties() {
        return [];
    }

    protected static function define_related() {
        return [];
    }

    final public static function properties_definition() {
        return self::filled(static::define_properties());
    }

    final public static function read_properties_definition() {
        return static::properties_definition() + static::format_properties(static::define_other_properties());
    }

    final public static function format_properties($properties) {
        $filled = self::filled($properties);
        foreach ($filled as $name => $definition) {
            if (is_array($definition['type'])) {
                $filled[$name]['type'] = static::format_properties($definition['type']);
            }
        }
        return $filled;
    }

    private static function filled($properties) {
        foreach ($properties as $name => $definition) {
            $properties[$name]['null'] = $definition['null'] ?? false;
            $properties[$name]['description'] = $definition['description'] ?? $name;
        }
        return $properties;
    }

    final protected static function get_context_structure() {
        return [
            'contextid' => new external_value('int', 'The context id', 2),
            'contextlevel' => new external_value('alpha', 'The context level', 2),
            'instanceid' => new external_value('int', 'The Instance id', 2),
        ];
    }

    final protected static function get_format_field($definitions, $property) {
        $format = $property . 'format';
        $holdsmarkup = in_array($definitions[$property]['type'], ['raw', 'cleanhtml'], true);
        return $holdsmarkup && isset($definitions[$format]) && $definitions[$format]['type'] == 'int' ? $format : false;
    }

    final protected static function get_format_structure($property, $definition, $required = 1) {
        if (!array_key_exists('default', $definition)) {
            return new external_format_value($property, $required);
        }
        return new external_format_value($property, 0${has('4.4') ? ", $definition['default']" : ''});
    }

    final public static function get_create_structure() {
        return new external_single_structure(self::written(true));
    }

    final public static function get_update_structure() {
        return new external_single_structure(self::written(false));
    }

    private static function written($creates) {
        $properties = self::properties_definition();
        $nodes = [];
        foreach ($properties as $name => $definition) {
            $isdone = isset($nodes[$name]) && substr($name, -6) === 'format';
            if ($isdone || ($creates && $name == 'id')) {
                continue;
            }
            if ($name == 'contextid') {
                if (isset($properties['context'])) {
                    throw new \\coding_exception('context beside contextid');
                }
                $nodes += self::get_context_structure();
                continue;
            }
            $hasdefault = $creates && array_key_exists('default', $definition);
            $required = $creates ? ($hasdefault ? 0 : 1) : ($name == 'id' ? 1 : 2);
            $default = $hasdefault ? $definition['default'] : null;
            $nodes[$name] = new external_value(
                $definition['type'], $definition['description'], $required, $default, $definition['null']);
            $nodes = self::with_format($nodes, $properties, $name, $creates ? 1 : 2);
        }
        return $nodes;
    }

    private static function with_format($nodes, $properties, $name, $required) {
        $format = self::get_format_field($properties, $name);
        if (!$format) {
            return $nodes;
        }
        if (isset($nodes[$format])) {
            throw new \\coding_exception($format . ' is there already');
        }
        $nodes[$format] = self::get_format_structure($name, $properties[$format], $required);
        return $nodes;
    }

    final public static function get_read_structure($required = 1, $default = null) {
        return self::get_read_structure_from_properties(self::read_properties_definition(), $required, $default);
    }

    final protected static function get_read_structure_from_properties($properties, $required = 1, $default = null) {
        $nodes = [];
        foreach ($properties as $name => $definition) {
            if (isset($nodes[$name]) && substr($name, -6) === 'format') {
                continue;
            }
            $type = $definition['type'];
            $isrequired = array_key_exists('optional', $definition) ? 2 : 1;
            $standin = $definition['default'] ?? null;
            if (is_array($type)) {
                $node = self::get_read_structure_from_properties($type, $isrequired, $standin);
            } else {
                $shown = $type == 'text' || $type == 'cleanhtml' ? 'raw' : $type;
                $node = new external_value($shown, $definition['description'], $isrequired, $standin, $definition['null']);
            }
            if (!empty($definition['multiple'])) {
                $nodes[$name] = new external_multiple_structure($node, $definition['description'], $isrequired, $standin);
                continue;
            }
            $nodes[$name] = $node;
            $format = $properties[$name . 'format'] ?? [];
            $formatrequired = ${has('4.4') ? "!empty($format['optional']) ? 2 : 1" : '1'};
            $nodes = self::with_format($nodes, $properties, $name, $formatrequired);
        }
        return new external_single_structure($nodes, '', $required, $default);
    }
}

abstract class persistent_exporter extends exporter {
    final protected static function define_properties() {
        $class = static::define_class();
        return $class::properties_definition();
    }

    protected static function define_class() {
        throw new \\coding_exception('define_class() is missing');
    }
}
`;

export const persistentText = `
namespace core;

abstract class persistent {
    const TABLE = null;

    protected static function define_properties() {
        return [];
    }

    final public static function properties_definition() {
        $properties = static::define_properties();
        foreach (['id', 'timecreated', 'timemodified', 'usermodified'] as $name) {
            $properties[$name] = ['default' => 0, 'type' => 'int'];
        }
        foreach ($properties as $name => $definition) {
            if (!array_key_exists('null', $definition)) {
                $properties[$name]['null'] = false;
            }
        }
        return $properties;
    }

    final public static function get_formatted_properties() {
        $properties = static::properties_definition();
        $formats = [];
        foreach ($properties as $name => $definition) {
            $format = $name . 'format';
            $holdsmarkup = $definition['type'] == 'raw' || $definition['type'] == 'cleanhtml';
            if ($holdsmarkup && isset($properties[$format]) && $properties[$format]['type'] == 'int') {
                $formats[$name] = $format;
            }
        }
        return $formats;
    }

    final public static function has_property($property) {
        return isset(static::properties_definition()[$property]);
    }

    final public static function is_property_required($property) {
        return !array_key_exists('default', static::properties_definition()[$property]);
    }

    final protected static function get_property_default_value($property) {
        $default = static::properties_definition()[$property]['default'] ?? null;
        return $default instanceof \\Closure ? $default() : $default;
    }
}
`;

/** Fields of the user table by their type; `?` marks those that may be null. */
const userFields: Readonly<Record<string, string>> = {
  int:
    'id mnethostid emailstop firstaccess lastaccess lastlogin currentlogin picture descriptionformat mailformat ' +
    'maildigest maildisplay autosubscribe trackforums timecreated timemodified trustbitmask',
  bool: 'confirmed policyagreed deleted suspended',
  notags:
    'firstname lastname surname phone1 phone2 lastip ' +
    'lastnamephonetic? firstnamephonetic? middlename? alternatename?',
  text: 'institution department address city imagealt?',
  raw: 'password idnumber description?',
  ...{ auth: 'auth', username: 'username', raw_trimmed: 'email', alpha: 'country', lang: 'lang' },
  ...{ plugin: 'calendartype', theme: 'theme', timezone: 'timezone', alphanum: 'secret' },
};
/** Gone in 3.11. */
const oldUserFields: Readonly<Record<string, string>> = { notags: 'icq skype yahoo aim msn', url: 'url' };

export const userText = (has: HasVersion): string => {
  const fields = [...Object.entries(userFields), ...(has('3.11') ? [] : Object.entries(oldUserFields))].flatMap(
    ([type, names]) =>
      names
        .split(' ')
        .map((name) => `'${name.replace('?', '')}' => ['type' => '${type}', 'null' => ${String(name.endsWith('?'))}],`),
  );
  return `
class core_user {
    const NOREPLY_USER = -10;
    const SUPPORT_USER = -20;

    private static function field($property) {
        $fields = [${fields.join(' ')}];
        if (!isset($fields[$property])) {
            throw new \\coding_exception('No such field: ' . $property);
        }
        return $fields[$property];
    }

    public static function get_property_type($property) {
        return self::field($property)['type'];
    }

    public static function get_property_null($property) {
        return self::field($property)['null'];
    }
}
`;
};
