import { measure } from './measure.ts';
import { pairNames } from './pairs.ts';

/** Prints one JSON line for each pair, measured in turn in this one run; exits 1 when a target is missed. */
for (const name of pairNames) {
  const measurement = await measure(name);
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
  if (!measurement.ok) process.exitCode = 1;
}
