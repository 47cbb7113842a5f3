import { InvalidConfig, readConfig } from './start/config.ts';
import type { Running } from './start/start.ts';
import { start } from './start/start.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function fail(error: unknown): never {
  const known = error instanceof InvalidConfig ? '配置有误 / The configuration is wrong:\n' : '';
  process.stderr.write(`${known}${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

let running: Running | null = null;
let stopping = false;

/** Asked once, it finishes what it is doing; asked again, or while it is still starting, it ends at once with its database. */
function stop(): void {
  if (stopping || running === null) process.exit(1);
  stopping = true;
  say('正在停止… / Stopping…');
  running.stop().then(() => process.exit(0), fail);
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  running = await start(readConfig(process.env), say);
  // For programs that start this one: printed once everything answers.
  say(`nianbao: listening on ${running.origin}`);
} catch (error) {
  fail(error);
}
