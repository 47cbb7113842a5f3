import { InvalidConfig, readConfig } from './start/config.ts';
import { start } from './start/start.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function fail(error: unknown): never {
  const known = error instanceof InvalidConfig ? '配置有误 / The configuration is wrong:\n' : '';
  process.stderr.write(`${known}${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

try {
  const running = await start(readConfig(process.env), say);
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    say('正在停止… / Stopping…');
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // For programs that start this one: printed once everything answers.
  say(`nianbao: listening on ${running.origin}`);
} catch (error) {
  fail(error);
}
