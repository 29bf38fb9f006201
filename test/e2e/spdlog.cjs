// Takes the place of VS Code's native logger, which a machine without a C++ compiler cannot build and without which
// every output channel stays empty. Rotation and background writing are left out: no test and no demo needs them.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const line = (level, message) =>
  `${new Date().toISOString().slice(0, -1).replace('T', ' ')} [${names[level]}] ${message}\n`;

function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  let least = 2;
  let format = line;
  const write = (level) => (message) => {
    if (level >= least) appendFileSync(file, format(level, message));
  };
  const [trace, debug, info, warn, error, critical] = names.map((_, level) => write(level));
  return Promise.resolve({
    ...{ trace, debug, info, warn, error, critical },
    getLevel: () => least,
    setLevel: (level) => (least = level),
    setPattern() {},
    clearFormatters: () => (format = (_, message) => message),
    flush() {},
    drop() {},
  });
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
