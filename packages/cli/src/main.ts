#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseCommand } from './arguments/parse-command.ts';
import { exitCodes } from './exit-codes.ts';
import { OutputClosed, standardOutput } from './output/output.ts';

// Compiled code is kept beside the dependencies: the next run, and the processes of this one, start in half the time.
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/nianbao', import.meta.url));
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled;

/** Each command loads what it needs and nothing else: a single file is answered sooner. */
async function run(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  const output = standardOutput();
  switch (command.name) {
    case 'check':
      return (await import('./commands/check.ts')).check(command, output);
    case 'import':
      return (await import('./commands/import.ts')).importFiles(command, output);
    case 'export':
      return (await import('./commands/export.ts')).exportFiles(command, output);
    case 'gather':
      return (await import('./commands/gather.ts')).gather(command, output);
    case 'verify':
      return (await import('./commands/verify.ts')).verify(command, output);
    case 'rules':
      return (await import('./commands/rules.ts')).showRules(command, output);
    case 'formats':
      return (await import('./commands/formats.ts')).showFormats(command, output);
    case 'help': {
      const { usage } = await import('./help/usage.ts');
      await output.write(`${usage[command.topic][command.lang]}\n`);
      return exitCodes.clean;
    }
    case 'mistake':
      process.stderr.write(`nianbao: ${command.message}  nianbao --help\n`);
      return exitCodes.unreadable;
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof OutputClosed)) throw error;
}
