import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IRawGrammar } from 'vscode-textmate';
import { bases } from './bases.ts';

const root = new URL('../../', import.meta.url);

interface GrammarContribution {
  scopeName: string;
  path: string;
  injectTo: string[];
}

/** The `grammars` of the manifest: what VS Code would load. */
const contributions = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    contributes: { grammars: GrammarContribution[] };
  }
).contributes.grammars;

/** As VS Code does it: a grammar injected into `text.html` reaches every scope below it. */
function injectionsInto(scope: string): string[] {
  const parts = scope.split('.');
  const scopes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return contributions.filter((each) => each.injectTo.some((to) => scopes.includes(to))).map((each) => each.scopeName);
}

function load(scope: string): IRawGrammar | null {
  const base = bases.find((each) => each.scopeName === scope);
  if (base) return textmate.parseRawGrammar(JSON.stringify(base), 'base.json');
  const own = contributions.find((each) => each.scopeName === scope);
  return own ? textmate.parseRawGrammar(readFileSync(new URL(own.path, root), 'utf8'), own.path) : null;
}

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(new Uint8Array(wasm)).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: (scope) => Promise.resolve(load(scope)),
  getInjections: injectionsInto,
});

/** The pieces of a text that carry our scope, in order. */
export async function functionNames(scope: string, text: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${scope}`);
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const token of tokens) {
      if (token.scopes.at(-1) === 'entity.name.function.webservice.moodle-ws') {
        found.push(line.slice(token.startIndex, token.endIndex));
      }
    }
  }
  return found;
}
