// What each npm script does, as steps run one after another: `node` arguments, or `pnpm` arguments.
const quiet = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
const build = { pnpm: ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], environment: quiet };
const node = (...args) => ({ node: args });
const exec = (...args) => ({ pnpm: ['exec', ...args], environment: quiet });

/** @type {Record<string, (args: string[]) => { node?: string[], pnpm?: string[], environment?: Record<string, string> }[]>} */
export const tasks = {
  setup: () => [build],
  start: (args) => [build, node('apps/server/src/main.ts', ...args)],
  test: (args) => [node('scripts/test/main.mjs', ...args)],
  nianbao: (args) => [node('packages/cli/src/main.ts', ...args)],
  bench: (args) => [node('--expose-gc', 'tests/bench/main.ts', ...args)],
  soak: (args) => [
    { ...exec('vitest', 'run', '--project', 'unit', ...args), environment: { ...quiet, NIANBAO_SOAK: '1' } },
  ],
  format: () => [exec('biome', 'check', '--write', '.')],
  docs: () => [node('tests/docs/print-rules-page.ts')],
  exec: (args) => [exec(...args)],
};
