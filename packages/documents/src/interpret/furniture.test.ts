import { describe, expect, it } from 'vitest';
import { isFurniture, isMetadataLine } from './furniture.ts';

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

describe('isMetadataLine', () => {
  it.each(['发布日期：2024年1月12日', '公开时间(北京):2024-01-12', '来源：云溪县林业局'])('knows “%s”', (line) => {
    expect(isMetadataLine(line)).toBe(true);
  });

  it.each(['公开工作规范有序，http://www.example.gov.cn', '公开方面，一是：制度更健全'])(
    'leaves “%s” in the text',
    (line) => {
      expect(isMetadataLine(line)).toBe(false);
    },
  );
});
