import { customType } from 'drizzle-orm/pg-core';

/** Bytes as they are. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Words with their places, written as PostgreSQL's own literal: `'公开':1A,4C '申请':2C`. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
