import { z } from 'zod';

/** A text in Chinese and in English. */
export const textSchema = z.object({ zh: z.string(), en: z.string() });
