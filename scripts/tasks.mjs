/**
 * @typedef {object} Step one of the two: a program of the dependencies, or a script of the project under its own Node
 * @property {string} [program]
 * @property {string} [script] path from the project's root
 * @property {string[]} [options] for Node, before the script
 * @property {string[]} args
 * @property {string} [says] what is told meanwhile, where it takes a while
 * @property {boolean} [atCaller] runs in the folder that npm was called from: its arguments name files there
 * @property {Record<string, string>} [environment]
 */

/** @type {Step} */
const build = {
  program: 'turbo',
  args: ['run', 'build', '--output-logs=errors-only'],
  says: 'building the public site and the admin',
};

/** What `nianbao` does to a whole installation, in `apps/server/src/operations`; every other command works on files. */
export const operationNames = ['serve', 'migrate', 'seed', 'backup', 'restore', 'verify-audit', 'doctor', 'openapi'];

/** @param {string[]} args */
function isOperation(args) {
  const [first = '', second = ''] = args.filter((arg) => !arg.startsWith('-'));
  return operationNames.includes(first === 'help' ? second : first);
}

/**
 * The documents' commands run where the person is, the operations where the server does, so that both find one data folder.
 * @param {string[]} args
 * @returns {Step[]}
 */
function nianbao(args) {
  if (!isOperation(args)) {
    // With more room for new objects, what is done with is held for longer over thousands of files.
    const options = ['--max-semi-space-size=16'];
    return [{ options, script: 'packages/cli/src/main.ts', args, atCaller: true }];
  }
  const operation = { script: 'apps/server/src/operations/main.ts', args };
  return args[0] === 'serve' ? [build, operation] : [operation];
}

const soaking = { NIANBAO_SOAK: '1' };

/** @type {(args: string[]) => Step} */
const mutated = (args) => ({ script: 'packages/documents/src/mutated/main.ts', args });

/**
 * What each npm script does once everything is installed: steps run one after another until one fails.
 * @type {Record<string, (args: string[]) => Step[]>}
 */
export const tasks = {
  setup: () => [build],
  start: (args) => [build, { script: 'apps/server/src/main.ts', args }],
  dev: (args) => [build, { options: ['--watch'], script: 'apps/server/src/main.ts', args }],
  test: (args) => [{ script: 'tests/run/main.ts', args }],
  check: () => [{ script: 'tests/run/main.ts', args: ['static'] }],
  format: () => [{ program: 'biome', args: ['check', '--write', '.'] }],
  docs: () => [{ script: 'tests/docs/print-docs.ts', args: [] }],
  bench: (args) => [{ script: 'tests/bench/main.ts', args }],
  // `mutated` alone reads broken and hostile files; anything else chooses among the properties.
  soak: ([first, ...rest]) => {
    if (first === 'mutated') return [mutated(rest)];
    const args = first === undefined ? [] : [first, ...rest];
    const properties = { program: 'vitest', args: ['run', '--project', 'unit', ...args], environment: soaking };
    return first === undefined ? [properties, mutated([])] : [properties];
  },
  nianbao,
};
