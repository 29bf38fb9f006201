// npm run bench -- TREE [--rounds 5]: our server against intelephense on one Moodle tree, interleaved, as ratios.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { median, quantile, startLanguageServer, timed } from './languageServer.mjs';
import { ourPlaces, phpPlaces, servicesPath } from './positions.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
if (!positionals[0]) {
  console.error('Usage: npm run bench -- TREE [--rounds 5]\nTREE is the folder of a Moodle with version.php.');
  process.exit(2);
}
const root = resolve(positionals[0]);
const here = import.meta.dirname;
/** As the extension starts it. */
const ours = (cacheFolder) => [
  ...[process.execPath, '--v8-pool-size=1', join(here, '../../dist/server.js'), '--stdio'],
  ...['--code-cache', cacheFolder],
];
const theirs = [process.execPath, join(here, 'node_modules/intelephense/lib/intelephense.js'), '--stdio'];

/** How long a server may tidy up before its memory is looked at, in ms. */
const calm = 2000;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const requestAt = (server, method, { uri, position }) =>
  server.request(method, { textDocument: { uri }, position, context: { triggerKind: 1 } });

/** Latencies in ms of right answers; a wrong one ends the run. */
async function latencies(server, method, places, isRight) {
  const times = [];
  for (const place of places) {
    const { ms, answer } = await timed(() => requestAt(server, method, place));
    if (!isRight(answer, place))
      throw new Error(`${method} at ${place.uri}:${place.position.line + 1} does not give ${place.expected}.`);
    times.push(ms);
  }
  return quantile(times, 0.95);
}

/** 15 edits in the largest services file, each followed by a completion: p95 in ms; and the median time to diagnostics. */
async function edits(server, place, { pull }) {
  const uri = pathToFileURL(join(root, servicesPath)).href;
  const completions = [];
  const diagnostics = [];
  for (let version = 2; version < 17; version += 1) {
    const at = { line: 40 + version * 7, character: 0 };
    const pushed = pull
      ? undefined
      : server.next('textDocument/publishDiagnostics', (params) => params.uri === uri, 5000).catch(() => undefined);
    const from = performance.now();
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: ' ' }],
    });
    const { ms } = await timed(() => requestAt(server, 'textDocument/completion', place));
    completions.push(ms);
    if (pull) await server.request('textDocument/diagnostic', { textDocument: { uri } });
    else await pushed;
    diagnostics.push(performance.now() - from);
  }
  return { editToCompletion: quantile(completions, 0.95), editToDiagnostics: median(diagnostics) };
}

/** Milliseconds until an index that the run before left is whole again. */
async function warmStart(cacheFolder) {
  const server = await startLanguageServer(ours(cacheFolder), root, {
    initializationOptions: { runCommand: true, cacheFolder },
  });
  await server.next('moodleWs/status', ({ state }) => state === 'ready');
  const warm = server.elapsed();
  await server.stop();
  return warm;
}

/** The p95 of hovers that a language server answers without looking: what a request costs in any case. */
async function emptyHover() {
  const server = await startLanguageServer([process.execPath, join(here, 'emptyServer.mjs'), '--stdio'], root);
  const { hover } = ourPlaces(root);
  const floor = await latencies(server, 'textDocument/hover', hover, (answer) => answer !== null);
  await server.stop();
  return floor;
}

async function measureOurs() {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'bench-'));
  const server = await startLanguageServer(ours(cacheFolder), root, {
    initializationOptions: { runCommand: true, cacheFolder },
  });
  const { documents, hover, completion } = ourPlaces(root);
  for (const { uri, languageId, text } of documents) server.open(uri, languageId, text);
  // Declarations are answerable when a completion lists every function; asked without pause from the start.
  const names = (answer) => new Set((answer?.items ?? answer ?? []).map((item) => item.label));
  const wanted = [...new Set(hover.map(({ expected }) => expected))];
  for (;;) {
    const found = names(await requestAt(server, 'textDocument/completion', completion[0]));
    if (wanted.every((name) => found.has(name))) break;
  }
  const declarations = server.elapsed();
  const exported = await server.request('moodleWs/export', { uri: pathToFileURL(root).href });
  const schemas = server.elapsed();
  await pause(calm);
  const memory = server.memory();
  const result = {
    declarations,
    schemas,
    functions: exported.length,
    memory,
    hover: await latencies(server, 'textDocument/hover', hover, (answer, { expected }) =>
      JSON.stringify(answer ?? '').includes(expected),
    ),
    completion: await latencies(
      server,
      'textDocument/completion',
      completion,
      (answer, { expected }) => names(answer).has(expected) && answer.isIncomplete !== true,
    ),
    ...(await edits(server, completion[0], { pull: true })),
  };
  await server.stop();
  const whole = { ...result, warm: await warmStart(cacheFolder), floor: await emptyHover() };
  rmSync(cacheFolder, { recursive: true, force: true });
  return whole;
}

async function measureTheirs() {
  const storagePath = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = (section) =>
    section?.startsWith('intelephense')
      ? { files: { maxSize: 3_000_000 }, telemetry: { enabled: false }, diagnostics: { enable: true } }
      : null;
  const start = async (clearCache) => {
    const server = await startLanguageServer(theirs, root, {
      settings,
      initializationOptions: { storagePath, globalStoragePath: storagePath, clearCache },
    });
    await Promise.race([server.next('indexingEnded'), server.next('$/progress', ({ value }) => value?.kind === 'end')]);
    return { server, ms: server.elapsed() };
  };
  const { server, ms: index } = await start(true);
  await pause(calm);
  const memory = server.memory();
  const { documents, hover, completion } = phpPlaces(root);
  for (const { uri, languageId, text } of documents) server.open(uri, languageId, text);
  const text = readFileSync(join(root, servicesPath), 'utf8');
  server.open(pathToFileURL(join(root, servicesPath)).href, 'php', text);
  await pause(2000);
  const servicesPlace = { uri: pathToFileURL(join(root, servicesPath)).href, position: { line: 42, character: 3 } };
  const result = {
    index,
    memory,
    hover: await latencies(server, 'textDocument/hover', hover, (answer) => answer !== null),
    // Its list may be empty at a word: that is its answer there.
    completion: await latencies(server, 'textDocument/completion', completion, () => true),
    ...(await edits(server, servicesPlace, { pull: false })),
  };
  await server.stop();
  await pause(500);
  const warm = await start(false);
  await warm.server.stop();
  rmSync(storagePath, { recursive: true, force: true });
  return { ...result, warm: warm.ms };
}

const rounds = { ours: [], theirs: [] };
for (let round = 1; round <= Number(values.rounds); round += 1) {
  rounds.theirs.push(await measureTheirs());
  rounds.ours.push(await measureOurs());
  console.error(`round ${round}: ${JSON.stringify({ ours: rounds.ours.at(-1), theirs: rounds.theirs.at(-1) })}`);
}

const middle = (side, key) => median(rounds[side].map((one) => one[key]));
/** What, ours, the other's (or the floor), goal, unit. */
const rows = [
  ['cold: declarations answerable', 'declarations', 'index', 0.012, 'ms'],
  ['cold: all schemas (moodleWs/export)', 'schemas', 'index', 0.04, 'ms'],
  ['warm start to ready', 'warm', 'warm', 0.08, 'ms'],
  ['memory after indexing', 'memory', 'memory', 0.2, 'MB'],
  ['hover p95', 'hover', 'hover', undefined, 'ms'],
  ['completion p95, full list', 'completion', 'completion', 0.12, 'ms'],
  ['edit → completion p95', 'editToCompletion', 'editToCompletion', 0.1, 'ms'],
  ['edit → diagnostics', 'editToDiagnostics', 'editToDiagnostics', 0.06, 'ms'],
];
const show = (value, unit) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ${unit}`;
const row = (label, a, b, goal, unit) =>
  console.log(
    `| ${label} | ${show(a, unit)} | ${show(b, unit)} | ${(a / b).toFixed(3)} | ${goal === undefined ? '' : `≤ ${goal}`} |`,
  );
console.log(`${middle('ours', 'functions')} functions; medians of ${values.rounds} interleaved rounds\n`);
console.log('| | moodle-ws | intelephense 1.18.5 | ratio | goal |\n|---|---|---|---|---|');
for (const [label, mine, other, goal, unit] of rows)
  row(label, middle('ours', mine), middle('theirs', other), goal, unit);
console.log('\n| | moodle-ws | empty language server | ratio | goal |\n|---|---|---|---|---|');
row('hover p95', middle('ours', 'hover'), middle('ours', 'floor'), 3, 'ms');
