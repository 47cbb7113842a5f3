import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface ServerProcess {
  readonly origin: string;
  /** Everything that it has printed so far. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface FailedStart {
  readonly code: number | null;
  readonly output: string;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) settle(child.exitCode);
    else child.once('exit', (code) => settle(code));
  });
}

/**
 * Starts the real server as a process of its own and waits until it answers or gives up. `stopOn` asks it to stop as
 * soon as it says that.
 */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
  { stopOn }: { readonly stopOn?: string } = {},
): Promise<ServerProcess | FailedStart> {
  const child = spawn(process.execPath, [mainFile], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listening = new Promise<string>((settle) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (stopOn !== undefined && output.includes(stopOn)) child.kill('SIGTERM');
      const origin = /^nianbao: listening on (\S+)$/m.exec(output)?.[1];
      if (origin !== undefined) settle(origin);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const exit = ended(child);
  const origin = await Promise.race([listening, exit.then(() => null)]);
  if (origin === null) return { code: await exit, output };
  return {
    origin,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return exit;
    },
  };
}
