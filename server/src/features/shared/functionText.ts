import * as l10n from '@vscode/l10n';
import type { FunctionHistory, PartHistory } from '../../catalogue/catalogue.ts';
import type { ExternalFunction } from '../../../../webservice/src/schema/function.ts';
import { codeSpan, escapeMarkdown } from '../../../../webservice/src/schema/markdown.ts';
import { renderParameters, renderReturns, renderSignature } from '../../../../webservice/src/schema/render.ts';

/** An external function as Markdown: signature, facts, parameters, returns, and the services that hold it. All of its texts are escaped. */
export function functionMarkdown(
  fn: ExternalFunction,
  component: string,
  services: readonly string[],
  history?: FunctionHistory,
): string {
  const lines = [`\`\`\`\n${renderSignature(fn)}\n\`\`\``];
  if (fn.deprecated) lines.push(`**${l10n.t('Deprecated')}**`);
  if (fn.description.trim() !== '') lines.push(escapeMarkdown(fn.description, 1000));
  lines.push(factsLine(fn, component));
  if (history) lines.push(...historyLines(history));
  lines.push(renderParameters(fn.parameters));
  // Without the class, null is not "nothing".
  if (fn.complete || fn.parameters !== null || fn.returns !== null) lines.push(renderReturns(fn.returns));
  if (fn.capabilities.trim() !== '') lines.push(`${l10n.t('Capabilities:')} ${listed(fn.capabilities.split(','))}`);
  if (services.length > 0) lines.push(`${l10n.t('Services:')} ${listed(services)}`);
  return lines.join('\n\n');
}

/** What Moodle's versions have of the function: nothing where all that are known have the same. */
function historyLines({ since, gone, parameters, returns }: FunctionHistory): string[] {
  const whole = [
    since === undefined ? undefined : l10n.t('Since Moodle {0}', since),
    gone === undefined ? undefined : l10n.t('gone in Moodle {0}', gone),
  ].filter((part) => part !== undefined);
  return [
    whole.length === 0 ? undefined : `*${whole.join(' · ')}*`,
    partsLine(l10n.t('Parameters by version:'), parameters),
    partsLine(l10n.t('Returned keys by version:'), returns),
  ].filter((line) => line !== undefined);
}

const maxParts = 12;

/** `options.limit` since 4.4, `old` gone in 5.0 */
function partsLine(label: string, parts: readonly PartHistory[]): string | undefined {
  if (parts.length === 0) return undefined;
  const texts = parts.slice(0, maxParts).map(({ path, since, gone }) => {
    const facts = [
      since === undefined ? undefined : l10n.t('since {0}', since),
      gone === undefined ? undefined : l10n.t('gone in {0}', gone),
    ];
    return `${codeSpan(path.join('.'))} ${facts.filter((fact) => fact !== undefined).join(', ')}`;
  });
  if (parts.length > texts.length) texts.push('…');
  return `${label} ${texts.join('; ')}`;
}

const listed = (names: readonly string[]): string =>
  names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(codeSpan)
    .join(', ');

/** `read · mod_assign · AJAX · no login` */
function factsLine(fn: ExternalFunction, component: string): string {
  return [
    fn.type === '' ? undefined : `**${escapeMarkdown(fn.type, 40)}**`,
    escapeMarkdown(component, 100),
    fn.ajax ? l10n.t('callable by AJAX') : l10n.t('not callable by AJAX'),
    fn.loginrequired ? undefined : l10n.t('no login required'),
    fn.readonlysession ? l10n.t('read-only session') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
