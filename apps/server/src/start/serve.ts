import { InvalidConfig, readConfig } from './config.ts';
import type { Running } from './start.ts';
import { start } from './start.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function fail(error: unknown): never {
  const known = error instanceof InvalidConfig ? '配置有误 / The configuration is wrong:\n' : '';
  process.stderr.write(`${known}${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/**
 * Runs a server until a signal ends it. Asked once, it finishes what it is doing; asked again, or while it is still
 * starting, it ends at once with its database.
 */
export async function serve(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  let running: Running | null = null;
  let stopping = false;
  const stop = () => {
    if (stopping || running === null) process.exit(1);
    stopping = true;
    say('正在停止… / Stopping…');
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    running = await start(readConfig(environment), say);
    // For programs that start this one: printed once everything answers.
    say(`nianbao: listening on ${running.origin}`);
  } catch (error) {
    fail(error);
  }
}
