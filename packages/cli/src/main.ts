#!/usr/bin/env node
import { parseCommand } from './arguments.ts';
import { check } from './commands/check.ts';
import { showFormats } from './commands/formats.ts';
import { showRules } from './commands/rules.ts';
import { exitCodes } from './exit-codes.ts';
import { usage } from './messages.ts';
import { OutputClosed, standardOutput } from './output/output.ts';

async function run(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  const output = standardOutput();
  switch (command.name) {
    case 'check':
      return check(command, output);
    case 'rules':
      return showRules(command, output);
    case 'formats':
      return showFormats(command, output);
    case 'help':
      await output.write(`${usage[command.lang]}\n`);
      return exitCodes.clean;
    case 'mistake':
      process.stderr.write(`nianbao: ${command.message}\n\n${usage[command.lang]}\n`);
      return exitCodes.unreadable;
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof OutputClosed)) throw error;
}
