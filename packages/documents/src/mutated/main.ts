// The long run over broken and hostile files: thousands of mutations of every kind of file, each read within the bounds
// of time and memory that the product reads with. Names of kinds as arguments choose among them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { KindName } from './kinds.ts';
import { mutatedKinds } from './kinds.ts';
import type { Soak } from './soak-kind.ts';
import { soakKind } from './soak-kind.ts';
import type { Tally } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** With the same seed the same files are made. */
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    count: { type: 'string', default: '2000' },
    /** How many files of the old kinds LibreOffice itself is given. */
    conversions: { type: 'string', default: '25' },
    /** The number of the one file to read. */
    input: { type: 'string' },
    /** A folder to write the files to. */
    keep: { type: 'string' },
  },
});

/** Readings that take longer than this, in milliseconds, are named one by one. */
const slow = 5000;

const isKind = (name: string): name is KindName => Object.hasOwn(mutatedKinds, name);
const all = Object.keys(mutatedKinds).filter(isKind);
const chosen = positionals.length === 0 ? all : all.filter((name) => positionals.includes(name));
const unknown = positionals.filter((name) => !isKind(name));
if (unknown.length > 0) {
  console.error(`No kind of file is called ${unknown.join(', ')}; choose from ${all.join(', ')}.`);
  process.exit(2);
}

/** Everything that is made meanwhile lies in one folder, in which nothing may be left in the end. */
const own = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
process.on('exit', () => rmSync(own, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
const temporary = join(own, 'temporary');
const programs = join(own, 'programs');
for (const folder of [temporary, programs]) mkdirSync(folder);
// Old kinds come as far as a converter that opens nothing, since LibreOffice takes seconds for each.
writeFileSync(join(programs, 'soffice'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
process.env.TMPDIR = temporary;

let asked = 0;
const listening = createServer((socket) => {
  asked += 1;
  socket.destroy();
});
await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
const address = listening.address();
const isAddress = (given: ReturnType<typeof listening.address>): given is AddressInfo => typeof given === 'object';
const port = isAddress(address) ? address.port : 0;

const { keep } = values;
const soak: Omit<Soak, 'sound'> = {
  seed: Number(values.seed),
  count: Number(values.count),
  input: values.input === undefined ? null : Number(values.input),
  port,
  show(name, bytes) {
    if (keep !== undefined) writeFileSync(join(keep, name), bytes);
  },
};

/** Programs that were started for this run and are still there, by their command lines. */
function runningPrograms(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(own) ? [command] : [];
      } catch {
        return [];
      }
    });
}

const faults: string[] = [];

function report(tally: Tally, reader: string): void {
  console.log(`${tally.line}${reader}`);
  for (const { input, outcome, milliseconds } of tally.slowerThan(slow)) {
    console.log(`    ${(milliseconds / 1000).toFixed(1)} s: input ${input}, ${outcome}`);
  }
  for (const { input, fault } of tally.faults) {
    faults.push(`${tally.kind}, input ${input}`);
    console.log(`  ✗ ${fault}\n    again: npm run soak -- mutated ${tally.kind} --seed ${soak.seed} --input ${input}`);
  }
}

const path = process.env.PATH ?? '';
const conversions = Number(values.conversions);
console.log(`mutated files: seed ${soak.seed}, ${soak.count} of each kind`);
for (const name of chosen) {
  const kind = mutatedKinds[name];
  const sound = await kind.sound();
  if (kind.converted) process.env.PATH = `${programs}${delimiter}${path}`;
  report(await soakKind(name, { ...soak, sound }), kind.converted ? ' (to the point of conversion)' : '');
  process.env.PATH = path;
  if (!kind.converted || conversions === 0) continue;
  report(await soakKind(name, { ...soak, sound, count: conversions }), ' (through LibreOffice)');
}

for (const left of readdirSync(temporary)) faults.push(`left behind: ${left}`);
for (const program of runningPrograms()) faults.push(`still running: ${program}`);
if (asked > 0) faults.push(`${asked} connections were made to addresses that files name`);
listening.close();
for (const fault of faults) console.log(`✗ ${fault}`);
console.log(`${chosen.length} kinds, ${asked} connections to addresses in files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
