import { describe, expect, it } from 'vitest';
import { isFurniture } from './furniture.ts';

describe('isFurniture', () => {
  it.each([
    '首页 > 政务公开 > 政府信息公开年报 > 2023年',
    '当前位置：首页›政务公开›年报',
    '云溪县人民政府»信息公开»年度报告',
    '【打印本页】',
    '浏览次数：1024',
  ])('knows “%s” as what a site puts around a text', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    '占比>50%且>30%的单位有12个',
    '4060172条，&nbsp;与<b>不是标记，&nbsp;与<b>不是标',
    'A>B，B>C',
    '公开率≥90%>上年>前年',
  ])('leaves “%s”, a line of running text, in the text', (line) => {
    expect(isFurniture(line)).toBe(false);
  });
});
