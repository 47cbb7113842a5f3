import type { PublishedReport } from '../against/published-report.ts';
import { fetchPublished, versionAddress } from '../against/published-report.ts';
import type { Standing } from '../against/standing.ts';
import { standingOf } from '../against/standing.ts';
import type { VerifyCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { fill } from '../messages.ts';
import type { Output } from '../output/output.ts';
import { painter } from '../output/paint.ts';
import { verdictJson, verdictText } from '../output/verdict.ts';
import { overFiles } from '../run/over-files.ts';
import { say, sayStopped, sayUnreadable } from '../run/say.ts';
import type { GivenFile } from '../tasks/given-file.ts';
import type { VerifyAnswer } from '../tasks/verify-file.ts';
import { fetchWords } from '../verify-words.ts';

export type Verified = Extract<VerifyAnswer, { ok: true }>;

/** What is published at the address that the person names. */
interface Against {
  readonly address: string;
  readonly published: PublishedReport;
}

/**
 * How a file stands to what is published. A file that carries nothing has nothing that could; neither has a damaged one.
 * Where the file says that it is an earlier version, that version is asked for as well.
 */
async function standing({ kind, carried }: Verified, against: Against | null): Promise<Standing | null> {
  if (against === null || carried === null || kind === 'broken') return null;
  const { address, published } = against;
  const found = standingOf(carried.digest, published);
  const own = carried.publication?.version ?? null;
  if (found.kind !== 'notPublished' || own === null || own === published.version) return found;
  const earlier = await fetchPublished(versionAddress(address, own));
  if (!earlier.ok) return found;
  const versions = [...published.versions, { version: own, digest: earlier.published.digest }];
  return standingOf(carried.digest, { ...published, versions });
}

function codeOf({ kind }: Verified, against: Standing | null): number {
  if (kind === 'none') return exitCodes.unreadable;
  return kind !== 'unaltered' || against?.kind === 'notPublished' ? exitCodes.errors : exitCodes.clean;
}

async function verifyAll(command: VerifyCommand, against: Against | null, output: Output): Promise<number> {
  const { lang, json } = command;
  const paint = painter(output.colour);
  let worst: number = exitCodes.clean;
  const end = await overFiles<GivenFile, VerifyAnswer>(
    {
      ...command,
      kind: {
        here: async (task) => (await import('../tasks/verify-file.ts')).verifyFile(task),
        there: (pool, task) => pool.run('verify', task),
      },
      inputOf: (given) => given,
      keeper: null,
      toTerminal: process.stdout.isTTY === true,
      hasErrors: (answer) => answer.ok && answer.kind !== 'unaltered',
    },
    async ({ file, answer }) => {
      if (!answer.ok) {
        worst = exitCodes.unreadable;
        return sayUnreadable(file, answer.message, lang);
      }
      const verdict = { file, verified: answer, against: await standing(answer, against) };
      worst = Math.max(worst, codeOf(answer, verdict.against));
      await output.write(json ? verdictJson(verdict) : verdictText(verdict, { lang, paint }));
    },
  );
  if (end.stoppedBy === null) return worst;
  sayStopped(end, null, lang);
  return end.stoppedBy;
}

/** `nianbao verify`: whether each file still shows the report that it carries, and which version of it that is. */
export async function verify(command: VerifyCommand, output: Output): Promise<number> {
  const { against, lang } = command;
  const fetched = against === null ? null : await fetchPublished(against);
  if (against === null || fetched === null) return verifyAll(command, null, output);
  if (fetched.ok) return verifyAll(command, { address: against, published: fetched.published }, output);
  const { zh, en } = fetchWords[fetched.reason];
  say(`${against}: ${fill(lang === 'zh' ? zh : en, { detail: fetched.detail })}`);
  // The files themselves are judged all the same.
  return Math.max(exitCodes.unreadable, await verifyAll(command, null, output));
}
