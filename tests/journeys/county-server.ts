import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const started = /^nianbao: listening on (\S+)$/m;

/** The real server with the demonstration county in it. */
export interface County {
  /** Address without a slash at the end. */
  readonly address: string;
}

/** Starts the server on a data folder, which is made and filled where there is none. */
export async function startCounty(folder: string): Promise<County & { stop(): Promise<void> }> {
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, NIANBAO_DATA: folder, PORT: '0', NIANBAO_DEMO: '1', DATABASE_URL: '', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = started.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  };
  return { address, stop };
}
