import { checkArithmetic, factsFromRow, formatById } from '@nianbao/core';
import { z } from 'zod';
import { syntheticRows } from './inputs.ts';
import type { Pair } from './pair.ts';

const format = formatById['2021'];
const rows = syntheticRows(format, 1000);

interface Tree {
  [part: string]: Tree | number;
}

/** The report as a plain nested object, the shape in which a schema library checks it fastest. */
function nested(facts: Readonly<Record<string, unknown>>): Tree {
  const tree: Tree = {};
  for (const [key, value] of Object.entries(facts)) {
    const parts = key.split('.');
    let at = tree;
    for (const part of parts.slice(0, -1)) {
      const below = at[part] ?? {};
      at[part] = below;
      if (typeof below === 'object') at = below;
    }
    at[parts.at(-1) ?? key] = typeof value === 'number' ? value : 0;
  }
  return tree;
}

function schemaOf(tree: Tree, path: string): z.ZodType {
  return z.object(
    Object.fromEntries(
      Object.entries(tree).map(([part, below]) => {
        const key = path === '' ? part : `${path}.${part}`;
        if (typeof below === 'object') return [part, schemaOf(below, key)];
        return [part, key === 't2.fees.amount' ? z.number().min(0) : z.int().min(0)];
      }),
    ),
  );
}

const trees = rows.map((row) => nested(factsFromRow(row)));
const schema = schemaOf(trees[0] ?? {}, '');

/** Every rule of arithmetic over a report, against only parsing the same report with a schema. */
export const fullCheck: Pair = {
  name: 'full arithmetic check of a report',
  baselineName: 'zod safeParse of the same report',
  operations: { subject: rows.length, baseline: rows.length },
  target: 0.2,
  subject: () => rows.reduce((found, row) => found + checkArithmetic(row).length, 0),
  baseline: () => trees.reduce((valid, tree) => valid + Number(schema.safeParse(tree).success), 0),
  verify() {
    const broken = rows.filter((row) => checkArithmetic(row).length > 0).length;
    const valid = trees.filter((tree) => schema.safeParse(tree).success).length;
    if (broken < 40 || broken > 50 || valid !== rows.length) {
      throw new Error(`${broken} of ${rows.length} reports found broken, ${valid} valid`);
    }
  },
};
