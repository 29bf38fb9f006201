/** A small Moodle with two plugins, in which everything hangs together: bases, traits, helpers, constants, aliases. */
const php = (text: string) => `<?php\n${text}\n`;

const external = (name: string, base: string, parameters: string, returns: string) =>
  php(`namespace mod_chat\\external;

use core_external\\external_function_parameters;
use core_external\\external_single_structure;
use core_external\\external_value;

/**
 * Does ${name}.
 */
class ${name} extends ${base} {
    /**
     * @return external_function_parameters
     */
    public static function execute_parameters() {
        return new external_function_parameters([
            'id' => new external_value(PARAM_INT, 'Id'),
            ${parameters}
        ]);
    }

    public static function execute($id) {
        $found = ['id' => $id];
        return $found;
    }

    public static function execute_returns() {
        return ${returns};
    }
}`);

export const tree: Readonly<Record<string, string>> = {
  '/m/version.php': php("$release = '4.4';\n$branch = '404';"),
  '/m/lib/components.json': '{"plugintypes": {"mod": "mod", "local": "local"}, "subsystems": {"course": "course"}}',
  '/m/lib/moodlelib.php': php("define('PARAM_INT', 'int');\ndefine('PARAM_TEXT', 'text');\nconst PARAM_RAW = 'raw';"),
  '/m/lib/db/services.php': php(`$functions = [
    'core_course_get' => [
        'classname' => 'core_course_external',
        'methodname' => 'get',
        'classpath' => 'course/externallib.php',
        'type' => 'read',
        'ajax' => true,
    ],
];
$services = ['Mobile' => ['shortname' => 'moodle_mobile_app', 'functions' => ['core_course_get']]];`),
  '/m/lib/classes/external/exporter.php': php(`namespace core\\external;

abstract class exporter {
    abstract protected static function define_properties();

    public static function get_read_structure() {
        $keys = [];
        foreach (static::define_properties() as $name => $type) {
            $keys[$name] = new \\core_external\\external_value($type, 'The ' . $name);
        }
        return new \\core_external\\external_single_structure($keys);
    }
}`),
  '/m/course/externallib.php': php(`require_once(__DIR__ . '/lib.php');

class core_course_external extends external_api {
    public static function get_parameters() {
        return new external_function_parameters(array('courseid' => new external_value(COURSE_TYPE, 'Course')));
    }
    public static function get($courseid) {
    }
    public static function get_returns() {
        return course_structure();
    }
}`),
  '/m/course/lib.php': php(`define('COURSE_TYPE', PARAM_INT);

function course_structure() {
    return new external_single_structure(array('name' => new external_value(PARAM_TEXT, 'Name')));
}`),
  '/m/mod/chat/version.php': php("$plugin->component = 'mod_chat';\n$plugin->version = 2024010100;"),
  '/m/mod/chat/db/services.php': php(`defined('MOODLE_INTERNAL') || die();

$functions = [
    'mod_chat_get_room' => [
        'classname' => 'mod_chat\\external\\get_room',
        'description' => 'Returns a room.',
        'type' => 'read',
        'capabilities' => 'mod/chat:view',
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'mod_chat_leave' => [
        'classname' => '\\mod_chat\\external\\leave',
        'type' => 'write',
        'ajax' => true,
    ],
    'mod_chat_old' => [
        'classname' => 'mod_chat_old',
        'methodname' => 'execute',
        'type' => 'read',
    ],
];

$services = [
    'Chat' => [
        'shortname' => 'chat',
        'functions' => ['mod_chat_get_room', 'core_course_get'],
    ],
];`),
  '/m/mod/chat/db/access.php': php("$capabilities = [\n    'mod/chat:view' => ['captype' => 'read'],\n];"),
  '/m/mod/chat/db/renamedclasses.php': php("$renamedclasses = ['mod_chat_old' => 'mod_chat\\\\external\\\\leave'];"),
  '/m/mod/chat/classes/external/base.php': php(`namespace mod_chat\\external;

abstract class base extends \\core_external\\external_api {
    use described;

    const LIMIT = 20;
}`),
  '/m/mod/chat/classes/external/described.php': php(`namespace mod_chat\\external;

trait described {
    protected static function described(string $name) {
        return new \\core_external\\external_value(PARAM_RAW, "The $name", VALUE_DEFAULT, self::LIMIT);
    }
}`),
  '/m/mod/chat/classes/external/get_room.php': external(
    'get_room',
    'base',
    "'limit' => self::described('limit'),",
    'room_exporter::get_read_structure()',
  ),
  '/m/mod/chat/classes/external/leave.php': external(
    'leave',
    'base',
    "'why' => new external_value(PARAM_TEXT),",
    'null',
  ),
  '/m/mod/chat/classes/external/room_exporter.php': php(`namespace mod_chat\\external;

class room_exporter extends \\core\\external\\exporter {
    protected static function define_properties() {
        return ['name' => PARAM_TEXT, 'size' => PARAM_INT];
    }
}`),
  '/m/local/shop/version.php': php("$plugin->component = 'local_shop';"),
  '/m/local/shop/db/services.php': php(`$functions = array(
    'local_shop_pay' => array(
        'classname' => 'local_shop_external',
        'methodname' => 'pay',
        'classpath' => 'local/shop/externallib.php',
        'type' => 'write',
    ),
);`),
  '/m/local/shop/externallib.php': php(`class local_shop_external extends external_api {
    public static function pay_parameters() {
        return new external_function_parameters(array('room' => \\mod_chat\\external\\room_exporter::get_read_structure()));
    }
    public static function pay($room) {
    }
    public static function pay_returns() {
        return new external_value(PARAM_INT, get_string('paid', 'local_shop'));
    }
}`),
  '/m/local/shop/lang/en/local_shop.php': php("$string['paid'] = 'Paid';"),
};

/** Where files come that are not there at first. */
export const newPlaces = [
  '/m/mod/chat/classes/external/join.php',
  '/m/mod/chat/classes/external/late.php',
  '/m/mod/chat/externallib.php',
  '/m/mod/chat/lib.php',
  '/m/local/late/version.php',
  '/m/local/late/db/services.php',
  '/m/local/late/externallib.php',
  '/m/local/shop/db/access.php',
  '/m/local/shop/classes/external/get_room.php',
];

/** What makes it a Moodle tree. */
export const treeMarks = ['/m/version.php', '/m/lib/moodlelib.php', '/m/lib/db/services.php'];
