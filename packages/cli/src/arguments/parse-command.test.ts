import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('parseCommand', () => {
  it('takes files and options of check in any order', () => {
    const args = ['check', 'a.html', '--json', 'b.txt', '--stage', 'draft', '--lang', 'en', '-j', '3', '--resume=j'];
    expect(parseCommand(args)).toEqual({
      name: 'check',
      paths: ['a.html', 'b.txt'],
      format: 'json',
      out: null,
      stage: 'draft',
      lang: 'en',
      jobs: 3,
      mostOfRule: null,
      mostInAll: null,
      resume: 'j',
      summary: false,
      progress: false,
    });
  });

  it('takes where an export goes and in which format', () => {
    const command = parseCommand(['export', 'a.html', '--format', 'json', '-o', 'b/']);
    expect(command).toMatchObject({ name: 'export', paths: ['a.html'], format: 'json', out: 'b/' });
  });

  it.each([
    [[], 'all'],
    [['--help'], 'all'],
    [['-h'], 'all'],
    [['help'], 'all'],
    [['help', 'import'], 'import'],
    [['check', '--help'], 'check'],
    [['verify', 'x', '-h'], 'verify'],
  ])('shows the help for %j', (args, topic) => {
    expect(parseCommand(args)).toMatchObject({ name: 'help', topic });
  });

  it.each([
    [['check'], 'check'],
    [['chek', 'a.txt'], 'chek'],
    [['check', '--stage', 'later', 'a.txt'], 'later'],
    [['check', '--lang', 'fr', 'a.txt'], 'fr'],
    [['check', '--colour', 'a.txt'], '--colour'],
    [['check', 'a.txt', '--format'], '--format'],
    [['check', 'a.txt', '--summary=x'], '--summary'],
    [['check', 'a.txt', '--format', 'xml'], 'xml'],
    [['check', 'a.txt', '--json', '--format', 'csv'], '--json'],
    [['check', 'a.txt', '--format', 'csv', '--summary'], '--summary'],
    [['check', 'a.txt', '--jobs', '0'], '--jobs'],
    [['check', 'a.txt', '--jobs', 'many'], 'many'],
    [['check', 'a.txt', '--against', 'https://a.example'], '--against'],
    [['import', 'a.txt'], '--out'],
    [['export', 'a.txt', '--out', 'b'], '--format'],
    [['export', 'a.txt', '--format', 'doc', '--out', 'b'], 'doc'],
    [['verify', 'a.txt', '--against', 'file:///etc/passwd'], '--against'],
  ])('says in one sentence what is wrong with %j', (args, named) => {
    for (const lang of ['zh', 'en']) {
      const command = parseCommand(args.includes('--lang') ? args : [...args, '--lang', lang]);
      expect(command).toMatchObject({ name: 'mistake', message: expect.stringContaining(named) });
      expect(command.name === 'mistake' && command.message).toMatch(/^[^.。]+(\.\w+[^.。]*)?[.。]$/);
    }
  });
});
