import fc from 'fast-check';
import type { Change } from './changes.ts';
import { change, changeBytes } from './changes.ts';
import { listener } from './extremes.ts';
import type { MutatedKind } from './kinds.ts';
import type { Packing } from './packing.ts';

/** How one sound file is spoilt: which of them, where, and by which changes. Numbers are places in lists. */
export interface Mutation {
  readonly file: number;
  /** The part of the file that is changed before it is packed again; null for the file as it is. */
  readonly part: number | null;
  readonly changes: readonly Change[];
  /** The name that the part gets; null for its own. */
  readonly name: number | null;
}

const index = fc.noBias(fc.nat({ max: 9999 }));

/** Any mutation. */
export const mutations: fc.Arbitrary<Mutation> = fc.record({
  file: index,
  part: fc.option(index, { freq: 4 }),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
  name: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: index }),
});

/** Names that no part has, or that another part has. */
const names = [
  ...[
    '../../../../tmp/nianbao-was-here',
    '/etc/passwd',
    'C:\\Windows\\a',
    'a\0b',
    '',
    '.',
    'constructor',
    'word/document.xml',
  ],
  ...[
    'xl/workbook.xml',
    '_rels/.rels',
    '[Content_Types].xml',
    'a/'.repeat(3000),
    '年报'.repeat(9000),
    '1 object',
    'trailer',
  ],
];

function changedPart(
  bytes: Uint8Array,
  packing: Packing,
  { part, name, change }: { part: number; name: number | null; change: (bytes: Uint8Array) => Uint8Array },
): Uint8Array {
  const parts = [...packing.unpack(bytes)];
  // Half of the changes fall on the largest parts, which hold the report itself.
  const bySize = parts.map((_, at) => at).sort((a, b) => (parts[b]?.[1].length ?? 0) - (parts[a]?.[1].length ?? 0));
  const chosen = part % 2 === 0 ? bySize[(part / 2) % Math.min(8, parts.length)] : part % parts.length;
  return packing.pack(
    new Map(
      parts.map(([own, content], at) =>
        at === chosen ? [name === null ? own : (names[name % names.length] ?? own), change(content)] : [own, content],
      ),
    ),
    bytes,
  );
}

/** The file that a mutation makes of the sound ones. References to other places name this port of this machine. */
export function mutated(
  { extremes, packing }: MutatedKind,
  sound: readonly Uint8Array[],
  { mutation, port }: { readonly mutation: Mutation; readonly port: number },
): Uint8Array {
  const { file, part, name, changes } = mutation;
  const bytes = sound[file % sound.length] ?? new Uint8Array();
  const address = listener.replace('{port}', String(port));
  const withPort = (mark: string) => mark.replaceAll(listener, address);
  const marks = { marks: extremes.marks.map(withPort), openers: extremes.openers.map(withPort) };
  const change = (given: Uint8Array) => changeBytes(given, changes, marks);
  return part === null || packing === null ? change(bytes) : changedPart(bytes, packing, { part, name, change });
}
