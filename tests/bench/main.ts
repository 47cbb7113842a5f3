import { flatMemory } from './flat-memory.ts';
import { fullCheck } from './full-check.ts';
import { jsonToFindings } from './json-to-findings.ts';
import type { Measurement, Pair } from './measure.ts';
import { measure } from './measure.ts';
import { oneCell } from './one-cell.ts';
import { readHtml } from './read-html.ts';
import { rollUp } from './roll-up.ts';

interface Line {
  readonly name: string;
  readonly measure: () => Promise<Measurement>;
}

const timed = (pair: Pair): Line => ({ name: pair.name, measure: () => measure(pair) });

const lines: readonly Line[] = [...[fullCheck, oneCell, jsonToFindings, rollUp, readHtml].map(timed), flatMemory];

/** Parts of names; without any, every line is measured. */
const asked = process.argv.slice(2);
const chosen = lines.filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(
    `No line of the bench has ${asked.join(', ')} in its name: ${lines.map(({ name }) => name).join('; ')}.`,
  );
  process.exitCode = 2;
}

/** Prints one JSON line for each, measured in this one run; exits 1 when a target is missed. */
for (const line of chosen) {
  const measurement = await line.measure();
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
  if (!measurement.ok) process.exitCode = 1;
}
