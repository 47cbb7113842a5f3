import type postgres from 'postgres';

/** Longer lists of values make another statement for every length: those are not worth keeping. */
const mostParameters = 40;

type Client = Pick<postgres.Sql, 'unsafe' | 'begin'> | Pick<postgres.TransactionSql, 'unsafe' | 'savepoint'>;

const isFunction = (value: unknown): value is (...values: unknown[]) => unknown => typeof value === 'function';

/** Gives the function that is called with a client a client that prepares as well. */
function preparingWithin(values: readonly unknown[]): unknown[] {
  return values.map((value) =>
    isFunction(value) ? (client: object, ...others: unknown[]) => value(preparing(client), ...others) : value,
  );
}

/**
 * The same client, which prepares its statements: the database plans a statement once for a connection, and it is sent
 * in one message instead of two. Drizzle by itself prepares only statements that were named.
 */
function preparing<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (!isFunction(member)) return member;
      if (name === 'unsafe') {
        return (text: string, parameters: unknown[] = [], options: object = {}) =>
          member(text, parameters, { ...options, prepare: parameters.length <= mostParameters });
      }
      if (name === 'begin' || name === 'savepoint') return (...values: unknown[]) => member(...preparingWithin(values));
      return member;
    },
  });
}

export const prepared = <T extends Client>(client: T): T => preparing(client);
