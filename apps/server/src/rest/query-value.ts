import { z } from 'zod';

const kinded = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** What kinds of JSON value a schema takes, as far as an address can write them. */
function kindsOf(schema: unknown): ReadonlySet<string> {
  const { type, anyOf = [], oneOf = [] } = kinded.safeParse(schema).data ?? {};
  const own = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return new Set([...own, ...[...anyOf, ...oneOf].flatMap((one) => [...kindsOf(one)])]);
}

/**
 * What the text in an address stands for: a number or a truth value where the schema takes one and the text is one, a
 * list where the schema takes a list. Everything else stays text, for the procedure's own schema to judge.
 */
export function queryValue(texts: readonly string[], schema: unknown): unknown {
  const kinds = kindsOf(schema);
  if (kinds.has('array')) return texts.map((text) => queryValue([text], kinded.safeParse(schema).data?.items));
  const text = texts.at(-1) ?? '';
  const isNumber = kinds.has('number') || kinds.has('integer');
  if (isNumber && /^-?(?:0|[1-9]\d{0,15})(?:\.\d+)?$/.test(text)) return Number(text);
  if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
