import { fullCheck } from './full-check.ts';
import { jsonToFindings } from './json-to-findings.ts';
import { measure } from './measure.ts';
import { oneCell } from './one-cell.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { rollUp } from './roll-up.ts';

/** Prints one JSON line for each pair, measured in turn in this one run; exits 1 when a target is missed. */
for (const pair of [fullCheck, oneCell, jsonToFindings, rollUp, readHtml, readPdf]) {
  const measurement = await measure(pair);
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
  if (!measurement.ok) process.exitCode = 1;
}
