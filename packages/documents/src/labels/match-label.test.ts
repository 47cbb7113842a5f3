import { formats } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { matchLabel, splitRunTogether } from './match-label.ts';

const rowOf = (text: string) => matchLabel(text)?.meanings.find((meaning) => meaning.role === 'row')?.row;

describe('matchLabel', () => {
  const labels = formats.flatMap((format) =>
    format.cells.filter((cell) => cell.table !== 't4').map((cell) => [cell.labels.at(-2) ?? '', cell.row] as const),
  );
  it.each([...new Map(labels)])('knows the official row “%s”', (label, row) => {
    expect(rowOf(label)).toBe(row);
  });

  it.each([
    ['1、属于国家秘密', 'refused.stateSecret'],
    ['(1)属于国家秘密', 'refused.stateSecret'],
    ['①属于国家秘密', 'refused.stateSecret'],
    ['属于国家秘密', 'refused.stateSecret'],
    ['3.危及"三安全一稳定"', 'refused.safetyStability'],
    ['（二）部分公开', 'partial'],
    ['一 、 本年新收政府信息公开申请数量', 'received'],
    ['规章（设区的市、自治州应提供）', 'regulations'],
    ['規範性文件', 'normativeDocuments'],
    ['规范性档案', 'normativeDocuments'],
    ['（七）合计', 'processedTotal'],
  ])('knows the rewording %s', (label, row) => {
    expect(matchLabel(label)?.kind).toBe('known');
    expect(rowOf(label)).toBe(row);
  });

  it.each([
    ['5.要求行政机关确认或重新出', 'cut', 'notProcessed.reconfirmation'],
    ['2.没有现成信需要另行制作', 'damaged', 'unavailable.needsCreation'],
    ['其他对外管理服事项', 'damaged', 'otherServices'],
  ])('finds %s by likeness (%s)', (label, kind, row) => {
    expect(matchLabel(label)?.kind).toBe(kind);
    expect(rowOf(label)).toBe(row);
  });

  it.each(['行政复核', '公开内容', '财政预算', '其他主动公开文件', '2023', '工作情况', ''])(
    'does not know %j',
    (text) => {
      expect(rowOf(text)).toBeUndefined();
    },
  );
});

describe('splitRunTogether', () => {
  it('sets the digits apart from the label that they run on from', () => {
    expect(splitRunTogether('行政规范性文件012')?.digits).toBe('012');
    expect(splitRunTogether('全年公开信息12')).toBeNull();
  });
});
