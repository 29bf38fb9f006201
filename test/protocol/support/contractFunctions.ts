import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { multiple, single, value } from '../../../webservice/src/schema/nodes.testkit.ts';
import type { MockFunctions } from '../../../webservice/src/mock/site.ts';

const optional = { required: 'VALUE_OPTIONAL' } as const;
const byDefault = (type: string, to: null | string | number | boolean): SchemaNode =>
  value(type, { required: 'VALUE_DEFAULT', default: to });

/** Functions that every Moodle has, with as much of their schemas as the contract speaks of. None of them writes. */
const schemas: Record<string, [parameters: SchemaNode, returns: SchemaNode | null]> = {
  core_enrol_get_users_courses: [
    single({ userid: value('int'), returnusercount: byDefault('bool', true) }),
    multiple(single({ id: value('int'), fullname: value('raw'), visible: value('int', optional) })),
  ],
  core_course_get_user_navigation_options: [
    single({ courseids: multiple(value('int')) }),
    single({
      courses: multiple(single({ id: value('int'), options: multiple(single({ name: value('alphanumext') })) })),
      warnings: multiple(single({ warningcode: value('alphanum') })),
    }),
  ],
  core_get_string: [
    single({
      stringid: value('stringid'),
      component: byDefault('component', 'moodle'),
      lang: byDefault('lang', null),
      stringparams: multiple(single({ name: value('alphanumext', optional), value: value('raw') }), {
        required: 'VALUE_DEFAULT',
        default: [],
      }),
    }),
    value('raw'),
  ],
  core_user_create_users: [
    single({
      users: multiple(
        single({
          username: value('username'),
          firstname: value('notags'),
          lastname: value('notags'),
          email: value('raw_trimmed'),
        }),
      ),
    }),
    multiple(single({ id: value('int'), username: value('username') })),
  ],
  mod_assign_save_grade: [single({ assignmentid: value('int'), userid: value('int'), grade: value('float') }), null],
  core_course_get_recent_courses: [single({ userid: byDefault('int', 0) }), multiple(single({ id: value('int') }))],
};

export const contractFunctions: MockFunctions = {
  names: () => Promise.resolve(Object.keys(schemas)),
  services: () => Promise.resolve(['contract']),
  find(name) {
    const found = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return Promise.resolve(found === undefined ? null : externalFunction(name, ...found));
  },
};

function externalFunction(name: string, parameters: SchemaNode, returns: SchemaNode | null): ExternalFunction {
  return {
    name,
    component: 'moodle',
    classname: `core\\external\\${name}`,
    methodname: 'execute',
    type: 'read',
    ajax: /^core_(get_string|course_get_recent_courses)$/.test(name),
    loginrequired: name !== 'core_get_string',
    readonlysession: false,
    capabilities: '',
    deprecated: false,
    description: '',
    services: [],
    file: 'lib/db/services.php',
    line: 1,
    parameters,
    returns,
    complete: true,
  };
}
