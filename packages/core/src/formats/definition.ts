import type { Text } from '../findings/message.ts';

/**
 * What a row or column of a statutory table counts. `official` says whether the meaning is set by the law or the printed
 * form; where it is not, the text is the reading that this project works with, and readers are told so.
 */
export interface Definition {
  readonly text: Text;
  /** Articles of the 政府信息公开条例 (2019) behind it, such as “第三十六条第（七）项”; empty where there is none. */
  readonly articles: readonly string[];
  readonly official: boolean;
}

/** A meaning that the law or the printed form sets. */
export function official(articles: readonly string[], zh: string, en: string): Definition {
  return { text: { zh, en }, articles, official: true };
}

/** A meaning for which no official definition was found. */
export function working(articles: readonly string[], zh: string, en: string): Definition {
  return { text: { zh, en }, articles, official: false };
}
