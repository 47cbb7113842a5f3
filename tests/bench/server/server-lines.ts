import type { Measurement } from '../measure.ts';
import { threeDigits } from '../measure.ts';
import type { Call, Caller } from './load.ts';
import { connections, load, percentile } from './load.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';

const rounds = 10;
const warmUpRounds = 3;
const stretchMs = 1500;

const each = (caller: () => Caller): Caller[] => Array.from({ length: connections }, caller);

const query = (input: unknown) => encodeURIComponent(JSON.stringify(input));

const json = { 'content-type': 'application/json' };

const readPublished = ({ published: { agencyId, year } }: Stage) =>
  each(() => ({ next: () => ({ method: 'GET', path: `/api/trpc/published.get?input=${query({ agencyId, year })}` }) }));

const readBare = ({ published: { id } }: Stage) =>
  each(() => ({ next: () => ({ method: 'GET', path: `/publication/${id}` }) }));

/** An editor types one figure after another. */
function saver({ cookie, report: id }: Stage['editors'][number]): Caller {
  let revision = 1;
  let value = 0;
  return {
    next() {
      value += 1;
      const changes = [{ kind: 'fact', key: 't3.received.naturalPerson', value }];
      const body = JSON.stringify({ id, revision, changes });
      return { method: 'POST', path: '/api/trpc/reports.save', headers: { ...json, cookie }, body };
    },
    answered(body) {
      ({ revision } = JSON.parse(body).result.data);
    },
  };
}

const saveCell = ({ editors }: Stage) => editors.map(saver);

const insertBare = ({ editors }: Stage) =>
  editors.map(({ report }) => ({
    next(): Call {
      const body = JSON.stringify({ report, key: 't3.received.naturalPerson', value: 1 });
      return { method: 'POST', path: '/cell', headers: json, body };
    },
  }));

interface Line {
  readonly name: string;
  readonly subject: (stage: Stage) => Caller[];
  readonly baseline: (stage: Stage) => Caller[];
  readonly baselineName: string;
  readonly target: number;
}

const lines: readonly Line[] = [
  {
    ...{ name: 'read of a published report', subject: readPublished, target: 1.5 },
    ...{ baseline: readBare, baselineName: 'bare Hono route, one select by primary key' },
  },
  {
    ...{ name: 'save of one cell', subject: saveCell, target: 3 },
    ...{ baseline: insertBare, baselineName: 'bare Hono route, one insert' },
  },
];

/** Both sides in turn, at 50 connections each; the first rounds warm up and are dropped. */
async function measureLine(stage: Stage, line: Line): Promise<Measurement[]> {
  const [subject, baseline] = [line.subject(stage), line.baseline(stage)];
  const times: { subject: number[]; baseline: number[] } = { subject: [], baseline: [] };
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const ours = await load(stage.server, subject, stretchMs);
    const bare = await load(stage.bare, baseline, stretchMs);
    if (round < warmUpRounds) continue;
    times.subject.push(...ours);
    times.baseline.push(...bare);
  }
  return [0.5, 0.99].map((share) => {
    const value = percentile(times.subject, share);
    const reference = percentile(times.baseline, share);
    const ratio = value / reference;
    return {
      ...{ name: `${line.name}, p${share * 100} at ${connections} connections`, unit: 'µs' as const },
      value: threeDigits(value * 1000),
      baseline: threeDigits(reference * 1000),
      ...{ baselineName: line.baselineName, ratio: threeDigits(ratio), target: line.target, ok: ratio <= line.target },
    };
  });
}

/** What a person waits for the server: a published report, and a save, against what the machine can do at all. */
export async function measureServer(): Promise<Measurement[]> {
  const stage = await openStage();
  try {
    const measured: Measurement[] = [];
    for (const line of lines) measured.push(...(await measureLine(stage, line)));
    return measured;
  } finally {
    await stage.close();
  }
}
