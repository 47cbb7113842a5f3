import { describe, expect, it } from 'vitest';
import { plainLine } from '../source/source.ts';
import { sectionHeading } from './section-heading.ts';

const heading = (text: string) => sectionHeading(plainLine(text, 1, 1));

describe('sectionHeading', () => {
  it.each([
    ['一、总体情况', 'overview', 1],
    ['一、概述', 'overview', 1],
    ['一、工作基本情况', 'overview', 1],
    ['第一部分 总体情况', 'overview', 1],
    ['二、主动公开政府信息的情况', 'proactiveDisclosure', 2],
    ['三、收到和处理政府信息公开申请情况', 'applications', 3],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'disputes', 4],
    ['五、政府信息公开工作存在的主要问题及改进情况', 'problems', 5],
    ['六、其他需要报告的事项', 'otherMatters', 6],
    ['总体情况', 'overview', null],
    ['七、附件', null, 7],
  ])('takes %s for a heading', (text, id, number) => {
    expect(heading(text)).toMatchObject({ id, number });
  });

  it.each([
    '一、本年新收政府信息公开申请数量',
    '四、结转下年度继续办理',
    '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0',
    '三、本年度办理结果 （一）予以公开 1 0 0 0 0 0 1',
    '一是公开内容不够全面；二是解读较少。',
    '三、',
    '（一）主动公开情况',
  ])('does not take “%s” for a heading', (text) => {
    expect(heading(text)).toBeNull();
  });

  it('sets a heading apart from the text that runs on after it', () => {
    const text = '六、其他需要报告的事项。本年度没有收取政府信息公开信息处理费，也没有其他需要报告的事项，特此说明。';
    expect(heading(text)).toMatchObject({ id: 'otherMatters', length: 12 });
  });
});
