import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckContext } from '@nianbao/core';
import type { ConformanceCase } from './case.ts';
import { caseFileSchema } from './case.ts';

const folder = join(import.meta.dirname, 'cases');

/** Leaves out what a case does not say, so that it stays unknown to the check. */
function said(context: object): Partial<CheckContext> {
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined));
}

/** Every case of `cases/*.json`, complete and validated. All doors of the product are tested with these. */
export function loadCases(): readonly ConformanceCase[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((file) => {
    const cases = caseFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return cases.map(({ name, context, ...rest }) => ({
      title: `${basename(file, '.json')}: ${name}`,
      context: said(context),
      ...rest,
    }));
  });
}

/** Cases that need nothing besides the report and the stage, for doors through which only a file goes in. */
export function casesOfFilesAlone(): readonly ConformanceCase[] {
  return loadCases().filter(({ context }) => Object.keys(context).every((key) => key === 'stage'));
}
