import { changeSchema } from '@nianbao/core';
import { z } from 'zod';

const prefix = 'nianbao.unsaved.';

const unsavedSchema = z.strictObject({ revision: z.int().min(0), changes: z.array(changeSchema) });
export type Unsaved = z.infer<typeof unsavedSchema>;

/** The part of the browser's storage that is used. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface UnsavedPlace {
  readonly user: string;
  readonly report: string;
}

const keyOf = ({ user, report }: UnsavedPlace) => `${prefix}${user}.${report}`;

/** What a person had typed and no server had confirmed, when the page was last left; null when there is none. */
export function readUnsaved(store: KeyValueStore, place: UnsavedPlace): Unsaved | null {
  const text = store.getItem(keyOf(place));
  if (text === null) return null;
  try {
    return unsavedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps what is unsaved, and forgets the entry when everything is saved. True when the browser kept it. */
export function writeUnsaved(store: KeyValueStore, place: UnsavedPlace, unsaved: Unsaved): boolean {
  try {
    if (unsaved.changes.length === 0) store.removeItem(keyOf(place));
    else store.setItem(keyOf(place), JSON.stringify(unsaved));
    return true;
  } catch {
    return false;
  }
}

/** Forgets every unsaved change of every person on this machine: on sign-out, so that the next person finds nothing. */
export function clearUnsaved(store: KeyValueStore): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const key of keys) if (key?.startsWith(prefix) === true) store.removeItem(key);
}
