import { Agent, request } from 'node:http';

export const connections = 50;

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one connection does over and over: the next call, and what to make of its answer. */
export interface Caller {
  next(): Call;
  answered?(body: string): void;
}

function ask(origin: string, agent: Agent, { method, path, headers = {}, body }: Call): Promise<string> {
  return new Promise((settle, fail) => {
    const sending = request(`${origin}${path}`, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (answer.statusCode === 200) settle(text);
        else fail(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`));
      });
    });
    sending.on('error', fail);
    sending.end(body);
  });
}

/** Keeps every connection busy for some milliseconds; gives the time of each call in milliseconds. Throws at a failed call. */
export async function load(origin: string, callers: readonly Caller[], milliseconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers.length });
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  const run = async (caller: Caller) => {
    while (performance.now() < end) {
      const call = caller.next();
      const start = performance.now();
      const body = await ask(origin, agent, call);
      times.push(performance.now() - start);
      caller.answered?.(body);
    }
  };
  await Promise.all(callers.map(run));
  agent.destroy();
  return times;
}

/** The value below which a share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
