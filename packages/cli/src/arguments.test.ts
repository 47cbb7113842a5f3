import { describe, expect, it } from 'vitest';
import { parseCommand } from './arguments.ts';

describe('parseCommand', () => {
  it('takes files and options of check in any order', () => {
    expect(parseCommand(['check', 'a.html', '--json', 'b.txt', '--stage', 'draft', '--lang', 'en'])).toEqual({
      name: 'check',
      files: ['a.html', 'b.txt'],
      json: true,
      stage: 'draft',
      lang: 'en',
    });
  });

  it.each([[[]], [['--help']], [['-h']], [['help']], [['check', '--help']]])('shows the help for %j', (args) => {
    expect(parseCommand(args).name).toBe('help');
  });

  it.each([
    [['check']],
    [['chek', 'a.txt']],
    [['check', '--stage', 'later', 'a.txt']],
    [['check', '--lang', 'fr', 'a.txt']],
    [['check', '--colour', 'a.txt']],
  ])('says what is wrong with %j', (args) => {
    expect(parseCommand(args)).toMatchObject({ name: 'mistake', message: expect.stringMatching(/.{5}/) });
  });
});
