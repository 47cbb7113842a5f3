import { describe, expect, test } from 'vitest';
import { fileOfText, givenFile } from './given-file.ts';

const copied = (texts: Readonly<Record<string, string>>) => ({ getData: (type: string) => texts[type] ?? '' });

describe('a file that is not even sent', () => {
  test('is one over 20 MB', () => {
    const atMost = new File([new Uint8Array(20 * 1024 * 1024)], 'a.pdf');
    expect(givenFile(atMost).kind).toBe('file');
    const over = new File([atMost, 'x'], 'a.pdf');
    expect(givenFile(over)).toEqual({ kind: 'unsendable', why: 'tooLarge', name: 'a.pdf' });
  });

  test('is an empty one', () => {
    expect(givenFile(new File([], 'a.txt'))).toMatchObject({ why: 'empty' });
  });
});

describe('copied text', () => {
  test('is a page where it has a table', () => {
    const given = fileOfText(copied({ 'text/html': '<TABLE><tr><td>1', 'text/plain': '1' }), '粘贴');
    expect(given).toMatchObject({ kind: 'file', file: { name: '粘贴.html', type: 'text/html' } });
  });

  test('is plain words else', () => {
    const given = fileOfText(copied({ 'text/html': '<b>年报</b>', 'text/plain': '一、总体情况。'.repeat(20) }), '粘贴');
    expect(given).toMatchObject({ kind: 'file', file: { name: '粘贴.txt' } });
  });

  test('is left alone where it is too short for a report', () => {
    expect(fileOfText(copied({ 'text/plain': '行政许可 41' }), '粘贴')).toBeNull();
  });
});
