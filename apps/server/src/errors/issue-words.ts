import type { Text } from '@nianbao/core';
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const types: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: 'null', en: 'null' },
  date: { zh: '日期', en: 'a date' },
};

const formats: Readonly<Record<string, Text>> = {
  email: { zh: '邮箱地址，如 name@example.gov.cn', en: 'a mail address, such as name@example.gov.cn' },
  url: { zh: '网址，如 https://example.gov.cn/', en: 'an address, such as https://example.gov.cn/' },
  uuid: { zh: '编号（UUID）', en: 'an id (UUID)' },
  date: { zh: '日期，如 2026-01-31', en: 'a date, such as 2026-01-31' },
  datetime: { zh: '时刻，如 2026-01-31T09:00:00Z', en: 'an instant, such as 2026-01-31T09:00:00Z' },
};

/** What is counted: letters of a text, members of a list; a number is its own size. */
function sized(origin: string, bound: bigint | number): Text {
  if (origin === 'string') return { zh: `${bound} 个字符`, en: `${bound} characters` };
  if (origin === 'array') return { zh: `${bound} 项`, en: `${bound} items` };
  return { zh: String(bound), en: String(bound) };
}

const bound = (zh: string, en: string, { zh: sizeZh, en: sizeEn }: Text): Text => {
  return { zh: `${zh} ${sizeZh}`, en: `${en} ${sizeEn}` };
};

function listed(values: readonly unknown[]): Text {
  const names = values.map(String);
  return { zh: `只能是 ${names.join('、')}`, en: `has to be one of ${names.join(', ')}` };
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { zh: '必填', en: 'is needed' };
      const { zh, en } = types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `应为${zh}`, en: `has to be ${en}` };
    }
    case 'too_small': {
      if (issue.origin === 'string' && issue.minimum === 1) return { zh: '不能为空', en: 'must not be empty' };
      if (issue.inclusive === false) return bound('应大于', 'has to be more than', sized(issue.origin, issue.minimum));
      return bound('不能少于', 'has to be at least', sized(issue.origin, issue.minimum));
    }
    case 'too_big': {
      if (issue.inclusive === false) return bound('应小于', 'has to be less than', sized(issue.origin, issue.maximum));
      return bound('不能超过', 'has to be at most', sized(issue.origin, issue.maximum));
    }
    case 'invalid_format': {
      const format = formats[issue.format];
      if (format !== undefined) return { zh: `应为${format.zh}`, en: `has to be ${format.en}` };
      const pattern = issue.pattern ?? issue.format;
      return { zh: `格式不对，应符合 ${pattern}`, en: `has to have the form ${pattern}` };
    }
    case 'invalid_value':
      return listed(issue.values);
    case 'invalid_union':
      if (issue.discriminator !== undefined && Array.isArray(issue.options)) return listed(issue.options);
      return { zh: '不是这里可以填的内容', en: 'is nothing that can stand here' };
    case 'unrecognized_keys':
      return {
        zh: `没有这些成员：${issue.keys.join('、')}`,
        en: `has members that do not exist: ${issue.keys.join(', ')}`,
      };
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `has to be a multiple of ${issue.divisor}` };
    default:
      return { zh: '不是这里可以填的内容', en: 'is nothing that can stand here' };
  }
}

/** What is wrong with a value that a schema refuses, in both languages; a schema that has its own words keeps them. */
export function issueWords(issue: Issue): string {
  const { zh, en } = textOf(issue);
  return `${zh} / ${en}`;
}
