import { agencyProcedure, campaignProcedure, router, signedInProcedure } from '../api/trpc.ts';
import { changeCampaign, changeCampaignInput, changeCampaignOutput } from './change-campaign.ts';
import { dueAgencyOutput, extend, extendInput, setDue, setDueInput } from './due-agency.ts';
import { getCampaign, getCampaignInput, getCampaignOutput } from './get-campaign.ts';
import { listCampaigns, listCampaignsOutput } from './list-campaigns.ts';
import { openCampaign, openCampaignInput, openCampaignOutput } from './open-campaign.ts';

/** 填报任务. */
export const campaignsRouter = router({
  list: signedInProcedure('campaign.read')
    .output(listCampaignsOutput)
    .query(({ ctx }) => listCampaigns(ctx)),
  get: campaignProcedure('campaign.read')
    .input(getCampaignInput)
    .output(getCampaignOutput)
    .query(({ ctx }) => getCampaign(ctx)),
  open: agencyProcedure('campaign.manage')
    .input(openCampaignInput)
    .output(openCampaignOutput)
    .mutation(({ ctx, input }) => openCampaign(ctx, input)),
  change: campaignProcedure('campaign.manage')
    .input(changeCampaignInput)
    .output(changeCampaignOutput)
    .mutation(({ ctx, input }) => changeCampaign(ctx, input)),
  setDue: campaignProcedure('campaign.manage')
    .input(setDueInput)
    .output(dueAgencyOutput)
    .mutation(({ ctx, input }) => setDue(ctx, input)),
  extend: campaignProcedure('campaign.manage')
    .input(extendInput)
    .output(dueAgencyOutput)
    .mutation(({ ctx, input }) => extend(ctx, input)),
});
