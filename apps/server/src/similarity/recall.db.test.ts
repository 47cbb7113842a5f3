import type { Report } from '@nianbao/core';
import { reportOfText, seededTexts } from '@nianbao/core/testing';
import { insertAgency } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer } from '../testing/index.ts';
import { lowestShare } from './index-similarity.ts';
import { rebuildSimilarity } from './rebuild-similarity.ts';

const year = 2025;
/** Reports that have nothing to do with each other, and of each way of copying so many copies of some of them. */
const originals = 200;
const copiesOfEach = 20;

const texts = seededTexts(2025);

const sentences = (text: string) => text.split('。').filter((sentence) => sentence !== '');
const ended = (all: readonly string[]) => all.map((sentence) => `${sentence}。`).join('');
const word = () => texts.paragraph(1).slice(0, 2);

/** Puts another word of two letters in the place of one. */
function reworded(sentence: string): string {
  const at = texts.below(sentence.length - 2);
  return sentence.slice(0, at) + word() + sentence.slice(at + 2);
}

/** What of the copies has to be found. */
const bar = 0.95;

/** How people copy. */
const waysOfCopying: Readonly<Record<string, (text: string) => string>> = {
  'with the sentences in another order': (text) => ended(sentences(text).reverse()),
  'with the clauses of each sentence in another order': (text) =>
    ended(sentences(text).map((sentence) => sentence.split('，').reverse().join('，'))),
  'with another word in every third sentence': (text) =>
    ended(sentences(text).map((one, at) => (at % 3 === 0 ? reworded(one) : one))),
  'with another word in every sentence': (text) => ended(sentences(text).map(reworded)),
  'with half of it written anew': (text) =>
    ended(sentences(text).map((one, at) => (at % 2 === 0 ? one : texts.paragraph(1).slice(0, -1)))),
  'as a part of a text three times as long': (text) => texts.paragraph(40) + text + texts.paragraph(40),
};

const withText = (overview: string) => (report: Report) => ({ ...report, sections: reportOfText(overview).sections });

let server: TestServer;
/** Of each copy the report that it was copied from, by way of copying. */
const copied = new Map<string, [copy: string, original: string][]>();
/** Pairs that were found, as two ids in order. */
const found = new Set<string>();

const named = (one: string, other: string) => [one, other].sort().join(' ');

beforeAll(async () => {
  server = await createTestServer();
  const { database, agencies } = server;
  let count = 0;
  const file = async (text: string) => {
    count += 1;
    const agency = await insertAgency(database, {
      ...{ name: `云溪县第${count}局`, kind: 'department', parentId: agencies.county.id, position: count },
    });
    return fileReport(database, agency, { year, state: 'draft', write: withText(text) });
  };
  const written = Array.from({ length: originals }, () => texts.paragraph(40));
  const ids: string[] = [];
  for (const text of written) ids.push(await file(text));
  for (const [way, copy] of Object.entries(waysOfCopying)) {
    const pairs: [string, string][] = [];
    for (let at = 0; at < copiesOfEach; at += 1) {
      const of = texts.below(originals);
      pairs.push([await file(copy(written[of] ?? '')), ids[of] ?? '']);
    }
    copied.set(way, pairs);
  }
  await rebuildSimilarity(database);
  const reviewer = await server.as('reviewer');
  for (let page = 1, total = 1; (page - 1) * 50 < total; page += 1) {
    const answer = await reviewer.similarity.list.query({ year, threshold: lowestShare, page });
    total = answer.total;
    for (const { one, other } of answer.pairs) found.add(named(one.reportId, other.reportId));
  }
}, 120_000);
afterAll(() => server.close());

describe(`among ${originals} reports, a copy is found`, () => {
  test.each(Object.keys(waysOfCopying))('%s', (way) => {
    const pairs = copied.get(way) ?? [];
    const known = pairs.filter(([copy, original]) => found.has(named(copy, original)));
    expect(pairs).toHaveLength(copiesOfEach);
    expect(known.length / pairs.length).toBeGreaterThanOrEqual(bar);
  });
});

test('nothing is said of texts that have nothing to do with each other', () => {
  const origins = new Map([...copied.values()].flat());
  const originOf = (id: string) => origins.get(id) ?? id;
  const wrong = [...found].filter((pair) => {
    const [one = '', other = ''] = pair.split(' ');
    return originOf(one) !== originOf(other);
  });
  expect(wrong).toEqual([]);
});
