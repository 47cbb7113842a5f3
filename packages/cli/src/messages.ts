import type { Locale, SectionId, Severity, Text } from '@nianbao/core';

export const severityNames: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  notice: { zh: '提示', en: 'notice' },
};

export const groupNames = {
  reading: { zh: '读取文件', en: 'Reading the file' },
  head: { zh: '标题和前言', en: 'Title and preface' },
  whole: { zh: '整份报告', en: 'The report as a whole' },
  otherSection: { zh: '其他部分', en: 'Other sections' },
} as const satisfies Readonly<Record<string, Text>>;

export const sectionNames: Readonly<Record<SectionId, Text>> = {
  overview: { zh: '一、总体情况', en: '1 Overview' },
  proactiveDisclosure: { zh: '二、主动公开政府信息情况', en: '2 Proactive disclosure' },
  applications: { zh: '三、收到和处理政府信息公开申请情况', en: '3 Applications' },
  disputes: { zh: '四、政府信息公开行政复议、行政诉讼情况', en: '4 Reviews and lawsuits' },
  problems: { zh: '五、存在的主要问题及改进情况', en: '5 Problems and improvements' },
  otherMatters: { zh: '六、其他需要报告的事项', en: '6 Other matters' },
};

const count = (locale: Locale, number: number, name: Text): string =>
  locale === 'zh' ? `${number} 个${name.zh}` : `${number} ${name.en}${number === 1 ? '' : 's'}`;

export const words = {
  counts: (locale: Locale, counts: Readonly<Record<Severity, number>>): string =>
    (['error', 'warning', 'notice'] as const)
      .filter((severity) => counts[severity] > 0)
      .map((severity) => count(locale, counts[severity], severityNames[severity]))
      .join(locale === 'zh' ? '，' : ', '),
  clean: { zh: '没有发现问题', en: 'nothing to mend' },
  unknownAgency: { zh: '（机关未写明）', en: '(agency not told)' },
  unknownYear: { zh: '（年度未写明）', en: '(year not told)' },
  noFormat: { zh: '无规定表格', en: 'no official tables' },
  format: { zh: '{id} 格式', en: 'format of {id}' },
  published: { zh: '发布于 {date}', en: 'published {date}' },
  sides: { zh: '应为 {expected}，实为 {actual}', en: 'expected {expected}, found {actual}' },
  difference: { zh: '，相差 {difference}', en: ', difference {difference}' },
  repair: {
    zh: '若只有一处有误，把“{cell}”改为 {value} 即可。',
    en: 'If one figure alone is wrong, make “{cell}” {value}.',
  },
  line: { zh: '第 {line} 行第 {column} 列', en: 'line {line}, column {column}' },
  page: { zh: '第 {page} 页第 {line} 行', en: 'page {page}, line {line}' },
  sheet: { zh: '工作表“{name}”第 {line} 行第 {column} 列', en: 'sheet “{name}”, row {line}, column {column}' },
  notAssessed: {
    zh: '有 {count} 条规则需要上年报告等材料，未判断。',
    en: '{count} rules need other material, such as last year’s report, and were not assessed.',
  },
  pairs: { zh: '原文中的指标和数', en: 'Indicators and figures in the file' },
  cannotRead: { zh: '读不了', en: 'cannot be read' },
  noSuchFile: { zh: '没有这个文件，请检查路径。', en: 'There is no such file; check the path.' },
  emptyFolder: {
    zh: '文件夹里没有可以读的文件（网页、文本、PDF、Word、Excel）。',
    en: 'The folder has no files that can be read (web pages, text, PDF, Word, Excel).',
  },
  noMatch: { zh: '没有符合的文件，请检查写法。', en: 'No file matches; check the pattern.' },
  notReadable: { zh: '文件打不开（{code}）。', en: 'The file cannot be opened ({code}).' },
  summary: {
    zh: '共 {files} 份：{clean} 份没有错误，{errors} 份有错误，{unreadable} 份读不了。',
    en: '{files} files: {clean} without errors, {errors} with errors, {unreadable} not readable.',
  },
} as const;

/** Puts values into a text of the catalogue. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
