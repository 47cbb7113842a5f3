import { parentVariable } from './in-pool.ts';
import type { PoolVariables } from './serve-tasks.ts';

/** What a process may know of the machine: where programs and compiled code are, language and time. No secret. */
const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'NODE_COMPILE_CACHE'] as const;

/** The environment of a process of a pool. Programs that it starts keep their files in its own folder as well. */
export function childEnvironment(folder: string, answerMb: number): Record<string, string | undefined> {
  const own = { NIANBAO_FOLDER: folder, [parentVariable]: String(process.pid), NIANBAO_ANSWER_MB: String(answerMb) };
  return {
    ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
    ...(own satisfies PoolVariables),
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    HOME: folder,
  };
}
