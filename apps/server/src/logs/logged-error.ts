/** What the log keeps of an error: enough to find its place, nothing of what people wrote. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** The statement with its parameters left open, and what of the tables it ran into. */
  readonly query?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** Where it was thrown, without the message. */
  readonly stack: readonly string[];
  readonly cause?: LoggedError;
}

/** Errors whose messages are written by programmers. Those of parsers and of the database quote what they were given. */
const ownWords: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'AssertionError']);

const mostFrames = 20;
const deepest = 4;

/** A message with everything blanked that may be somebody's: quotations, Chinese words, addresses, longer numbers. */
export function withoutData(message: string): string {
  return message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/gu, '…')
    .replaceAll(/\S*[@?]\S*/gu, '…')
    .replaceAll(/[\p{Script=Han}\p{Script=Hangul}，。、；：（）《》]+/gu, '…')
    .replaceAll(/\d[\d.:-]{2,}/gu, '…')
    .slice(0, 300);
}

const textOf = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

/** What of an error may stand in the log. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const given = {
    code: textOf(error, 'code'),
    message: ownWords.has(error.name) && textOf(error, 'query') === undefined ? withoutData(error.message) : undefined,
    query: textOf(error, 'query')?.slice(0, 1000),
    table: textOf(error, 'table_name'),
    constraint: textOf(error, 'constraint_name'),
    cause: error.cause === undefined || depth >= deepest ? undefined : loggedError(error.cause, depth + 1),
  };
  return {
    name: error.name,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    stack: frames.slice(0, mostFrames).map((frame) => frame.trim()),
  };
}
