import type { Text } from '@nianbao/core';
import { columnName } from '../write/xlsx/workbook/cell-place.ts';
import type { SeenAlteration } from './compare-seen.ts';

const names = {
  body: { zh: '文中', en: 'body' },
  notes: { zh: '批注或图形', en: 'notes and shapes' },
  edge: { zh: '页眉页脚', en: 'header or footer' },
  title: { zh: '文档属性中的标题', en: 'title among the properties' },
  author: { zh: '文档属性中的作者', en: 'author among the properties' },
} as const satisfies Readonly<Record<string, Text>>;

const same = (name: string): Text => ({ zh: name, en: name });

function joined(parts: readonly Text[]): Text {
  const all = (lang: keyof Text, between: string) =>
    parts.flatMap((part) => (part[lang] === '' ? [] : [part[lang]])).join(between);
  return { zh: all('zh', ' '), en: all('en', ', ') };
}

/** Where in a document a person finds what was altered, such as “数据!G5” or “body, page 2, line 14”. */
export function seenPlace({ where, source }: SeenAlteration): Text {
  switch (where.kind) {
    case 'sheet':
    case 'notes': {
      const cell = source === null ? '' : `!${columnName(source.column)}${source.line}`;
      return joined([same(`${where.name}${cell}`), where.kind === 'notes' ? names.notes : same('')]);
    }
    case 'edge':
      return joined([same(where.name), names.edge]);
    case 'title':
    case 'author':
      return names[where.kind];
    case 'body': {
      if (source === null) return names.body;
      const { part, line } = source;
      const page = part?.kind === 'page' ? { zh: `第${part.page}页`, en: `page ${part.page}` } : same('');
      return joined([names.body, page, { zh: `第${line}行`, en: `line ${line}` }]);
    }
  }
}
