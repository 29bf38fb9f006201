import type { ExternalFunction } from '../schema/function.ts';
import type { Json } from '../schema/node.ts';
import { cleanReturnvalue, validateParameters } from '../schema/validate.ts';
import { unknownFunction, unreadableFunction } from './failure.ts';
import type { MockException } from './failure.ts';
import { sampleAnswer } from './sampleAnswer.ts';
import type { MockSite } from './site.ts';
import { siteInfo, siteInfoName } from './siteInfo.ts';

export type Result =
  { kind: 'result'; value: Json; function: ExternalFunction | null } | { kind: 'exception'; exception: MockException };

/** The external function, or the error that Moodle says where there is none. */
export async function findFunction(
  site: MockSite,
  name: string,
): Promise<{ kind: 'function'; function: ExternalFunction | null } | { kind: 'exception'; exception: MockException }> {
  const found = await site.functions.find(name);
  if (found === null && name !== siteInfoName) return { kind: 'exception', exception: unknownFunction(name) };
  return { kind: 'function', function: found };
}

/**
 * Carries out a call: the arguments are validated as Moodle does, the result is made from the schema and cleaned by it.
 *
 * @param fn null for core_webservice_get_site_info where the code of Moodle is not at hand
 * @param args as they came over the wire: texts over REST, JSON over AJAX
 */
export async function execute(site: MockSite, fn: ExternalFunction | null, args: Json): Promise<Result> {
  if (fn?.parameters === null) return { kind: 'exception', exception: unreadableFunction(fn) };
  const facts = { wwwroot: site.wwwroot, extendedusernamechars: false };
  const validated = validateParameters(fn?.parameters ?? null, args, { protocol: 'ajax', site: facts, maxProblems: 1 });
  const [problem] = validated.problems;
  if (problem !== undefined) {
    const { exceptionClass, errorcode, moodleMessage, debuginfo } = problem;
    const module = errorcode === 'unknownparamtype' ? 'error' : 'debug';
    return { kind: 'exception', exception: { exceptionClass, errorcode, message: moodleMessage, debuginfo, module } };
  }
  const isSiteInfo = fn === null || fn.name === siteInfoName;
  const made = isSiteInfo ? await siteInfo(site) : sampleAnswer(fn.returns, validated.value, site.wwwroot);
  const returns = fn?.returns ?? null;
  const value = returns === null ? (isSiteInfo ? made : null) : cleanReturnvalue(returns, made, facts).value;
  return { kind: 'result', value, function: fn };
}
