import { flatMemory } from './flat-memory.ts';
import type { Measurement } from './measure.ts';
import { measure } from './measure.ts';
import { pairNames } from './pairs.ts';
import type { Rate } from './writing.ts';
import { measureWriting } from './writing.ts';

/** The lines of the bench by the name to ask for. */
const lines: Readonly<Record<string, () => Promise<Measurement | Rate | readonly Measurement[]>>> = {
  ...Object.fromEntries(pairNames.map((name) => [name, () => measure(name)])),
  writeDocx: () => measureWriting('docx'),
  writePdf: () => measureWriting('pdf'),
  flatMemory: flatMemory.measure,
  server: async () => (await import('./server/server-lines.ts')).measureServer(),
};

/** Names, or parts of them; without any, every line is measured. */
const asked = process.argv.slice(2);
const chosen = Object.entries(lines).filter(
  ([name]) => asked.length === 0 || asked.some((part) => name.includes(part)),
);
if (chosen.length === 0) {
  console.error(`No line of the bench is called ${asked.join(', ')}; choose from ${Object.keys(lines).join(', ')}.`);
  process.exitCode = 2;
}

/** Prints one JSON line for each, measured in this one run; exits 1 when a target is missed. */
for (const [, run] of chosen) {
  for (const measurement of [await run()].flat()) {
    process.stdout.write(`${JSON.stringify(measurement)}\n`);
    if (!measurement.ok) process.exitCode = 1;
  }
}
