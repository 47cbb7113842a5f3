import type { Database, JobQueue } from '@nianbao/database';
import { countConnections } from '@nianbao/database';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsParts {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'count' | 'countParked'>;
}

export interface CountedRequest {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the server tells a Prometheus of itself. */
export interface Metrics {
  countRequest(request: CountedRequest): void;
  /** Everything, in Prometheus' text format. */
  print(): Promise<string>;
  readonly contentType: string;
}

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `ofProcess`: with memory, processor and event loop of this process; one a process. */
export function createMetrics(
  { database, jobs }: MetricsParts,
  { ofProcess }: { readonly ofProcess: boolean },
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    ...{ name: 'nianbao_requests_total', help: 'Requests answered, by route and status.', registers },
    labelNames: ['method', 'route', 'status'],
  });
  const seconds = new Histogram({
    ...{ name: 'nianbao_request_seconds', help: 'Time to answer a request, by route.', registers },
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  });
  new Gauge({
    ...{ name: 'nianbao_jobs_waiting', help: 'Jobs that wait, by kind, as the queue last counted.', registers },
    labelNames: ['kind'],
    async collect() {
      for (const { kind, waiting } of await jobs.count()) this.set({ kind }, waiting);
    },
  });
  new Gauge({
    ...{ name: 'nianbao_jobs_parked', help: 'Jobs that were given up and wait for an administrator.', registers },
    async collect() {
      this.set(await jobs.countParked());
    },
  });
  new Gauge({
    ...{ name: 'nianbao_database_connections', help: 'Connections of all processes, by what they do.', registers },
    labelNames: ['state'],
    async collect() {
      this.reset();
      for (const { state, count } of await countConnections(database)) this.set({ state }, count);
    },
  });
  return {
    countRequest({ method: given, route, status, seconds: taken }) {
      const method = knownMethods.has(given) ? given : 'other';
      requests.inc({ method, route, status });
      seconds.observe({ method, route }, taken);
    },
    print: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
