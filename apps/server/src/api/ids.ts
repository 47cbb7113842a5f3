import { z } from 'zod';

export const reportIdSchema = z.uuid().brand('ReportId');
export type ReportId = z.infer<typeof reportIdSchema>;

export const agencyIdSchema = z.uuid().brand('AgencyId');
export type AgencyId = z.infer<typeof agencyIdSchema>;
