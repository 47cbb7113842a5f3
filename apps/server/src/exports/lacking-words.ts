import type { Text } from '@nianbao/core';
import type { BoundFailure } from '@nianbao/documents/bounded';

/** Why a document is not in an export. */
export const lackingWords = {
  broken: {
    zh: '报告的内容已损坏，无法写成文件。请联系管理员核对数据库。',
    en: 'The content of the report is damaged and cannot be written. Have the administrator look at the database.',
  },
  tooSlow: {
    zh: '生成用时过长，已停止。请单独下载这份报告，或换一种格式。',
    en: 'Writing it took too long and was stopped. Download this report by itself, or in another format.',
  },
  tooMuchMemory: {
    zh: '生成占用内存过多，已停止。请单独下载这份报告，或换一种格式。',
    en: 'Writing it needed too much memory and was stopped. Download this report by itself, or in another format.',
  },
  notWritten: {
    zh: '生成时出错。请单独下载这份报告，或换一种格式。',
    en: 'Writing it failed. Download this report by itself, or in another format.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What a failure says of the document; null where it says nothing of it and another attempt may do. */
export function lackingReason(failure: BoundFailure): Text | null {
  switch (failure) {
    case 'TOO_SLOW':
      return lackingWords.tooSlow;
    case 'TOO_MUCH_MEMORY':
      return lackingWords.tooMuchMemory;
    case 'CRASHED':
      return lackingWords.notWritten;
    case 'BUSY':
    case 'STOPPED':
    case 'NOT_STARTED':
      return null;
  }
}
