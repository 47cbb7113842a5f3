import { z } from 'zod';

export const reportIdSchema = z.uuid().brand('ReportId');

export const agencyIdSchema = z.uuid().brand('AgencyId');

export const campaignIdSchema = z.uuid().brand('CampaignId');
