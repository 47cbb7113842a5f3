import { z } from 'zod';

/** A year that reports may be of (政府信息公开条例 has been in force since 2008). */
export const reportYearSchema = z.int().min(2008).max(2100);
