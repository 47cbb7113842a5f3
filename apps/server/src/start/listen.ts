import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

export interface Listening {
  readonly port: number;
  /** Answers requests from now on; before, everything is told to wait. */
  answerWith(fetch: (request: Request, env: object) => Response | Promise<Response>): void;
  /** Takes no new connections, tells those that are there to end, and waits for running requests, some seconds at most. */
  close(): Promise<void>;
}

/** The port that is used when none is asked for. */
export const usualPort = 8020;
const portsToTry = 20;
const drainTimeout = 10_000;

/** Seconds that a client may take to send a request. */
export const requestSeconds = 60;

class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    const onError = (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new PortInUse(
              `端口 ${port} 已被占用，请用 PORT 指定其他端口。 / Port ${port} is in use: set PORT to another.`,
            )
          : error,
      );
    server.once('error', onError);
    server.listen({ host, port }, () => {
      server.off('error', onError);
      const address = server.address();
      settle(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function bindNextFree(server: Server, host: string, say: (sentence: string) => void): Promise<number> {
  for (let port = usualPort; ; port += 1) {
    try {
      return await bind(server, host, port);
    } catch (error) {
      if (!(error instanceof PortInUse) || port >= usualPort + portsToTry) throw error;
      say(`端口 ${port} 已被占用，改用下一个。 / Port ${port} is in use, trying the next.`);
    }
  }
}

export interface Place {
  readonly host: string;
  /** Null: the usual one, or the next that is free. */
  readonly port: number | null;
  /** For tests, which cannot wait as long as a server does. */
  readonly requestSeconds?: number;
}

/** Listens on a port. */
export async function listen(place: Place, say: (sentence: string) => void): Promise<Listening> {
  const { host, port: wanted } = place;
  const requestTimeout = (place.requestSeconds ?? requestSeconds) * 1000;
  // Node looks for late requests from time to time: often enough that the limit is what it says.
  const timeouts = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout / 12 };
  let listener: ReturnType<typeof getRequestListener> | null = null;
  let closing = false;
  const server = createServer(timeouts, (request, response) => {
    if (closing) response.setHeader('connection', 'close');
    if (listener !== null) return void listener(request, response);
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
    response.end('正在启动，请稍候。 / Starting, one moment.\n');
  });
  const port = wanted === null ? await bindNextFree(server, host, say) : await bind(server, host, wanted);
  return {
    port,
    answerWith(fetch) {
      listener = getRequestListener((request, env) => fetch(request, env), { overrideGlobalObjects: false });
    },
    close: () =>
      new Promise((settle) => {
        closing = true;
        const late = setTimeout(() => server.closeAllConnections(), drainTimeout);
        const idle = setInterval(() => server.closeIdleConnections(), 100);
        server.close(() => {
          clearTimeout(late);
          clearInterval(idle);
          settle();
        });
      }),
  };
}
