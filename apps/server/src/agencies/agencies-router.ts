import { agencyProcedure, router, signedInProcedure } from '../api/trpc.ts';
import { agencyHistory, agencyHistoryOutput } from './agency-history.ts';
import { agencyTargetInput, agencyViewSchema } from './agency-view.ts';
import { changeAgency, changeAgencyInput } from './change-agency.ts';
import { createAgency, createAgencyInput } from './create-agency.ts';
import { endAgency, endAgencyInput, reopenAgency } from './end-agency.ts';
import { getAgency, getAgencyOutput } from './get-agency.ts';
import { listAgencies, listAgenciesInput, listAgenciesOutput } from './list-agencies.ts';
import { moveAgency, moveAgencyInput } from './move-agency.ts';
import { renameAgency, renameAgencyInput, renameAgencyOutput, undoRename } from './rename-agency.ts';
import {
  mergeAgencies,
  mergeAgenciesInput,
  reorganiseOutput,
  splitAgency,
  splitAgencyInput,
  undoSuccession,
  undoSuccessionInput,
  undoSuccessionOutput,
} from './reorganise.ts';

const managed = agencyProcedure('agency.manage');

/** The tree of agencies: what is recorded of each, where it stands, and what became of it over the years. */
export const agenciesRouter = router({
  list: signedInProcedure('agency.read')
    .input(listAgenciesInput)
    .output(listAgenciesOutput)
    .query(({ ctx, input }) => listAgencies(ctx, input)),
  get: agencyProcedure('agency.read')
    .input(agencyTargetInput)
    .output(getAgencyOutput)
    .query(({ ctx }) => getAgency(ctx)),
  history: agencyProcedure('agency.read')
    .input(agencyTargetInput)
    .output(agencyHistoryOutput)
    .query(({ ctx }) => agencyHistory(ctx)),
  create: managed
    .input(createAgencyInput)
    .output(agencyViewSchema)
    .mutation(({ ctx, input }) => createAgency(ctx, input)),
  change: managed
    .input(changeAgencyInput)
    .output(agencyViewSchema)
    .mutation(({ ctx, input }) => changeAgency(ctx, input)),
  move: managed
    .input(moveAgencyInput)
    .output(agencyViewSchema)
    .mutation(({ ctx, input }) => moveAgency(ctx, input)),
  end: managed
    .input(endAgencyInput)
    .output(agencyViewSchema)
    .mutation(({ ctx, input }) => endAgency(ctx, input)),
  reopen: managed
    .input(agencyTargetInput)
    .output(agencyViewSchema)
    .mutation(({ ctx }) => reopenAgency(ctx)),
  rename: managed
    .input(renameAgencyInput)
    .output(renameAgencyOutput)
    .mutation(({ ctx, input }) => renameAgency(ctx, input)),
  undoRename: managed
    .input(agencyTargetInput)
    .output(agencyViewSchema)
    .mutation(({ ctx }) => undoRename(ctx)),
  merge: managed
    .input(mergeAgenciesInput)
    .output(reorganiseOutput)
    .mutation(({ ctx, input }) => mergeAgencies(ctx, input)),
  split: managed
    .input(splitAgencyInput)
    .output(reorganiseOutput)
    .mutation(({ ctx, input }) => splitAgency(ctx, input)),
  undoSuccession: managed
    .input(undoSuccessionInput)
    .output(undoSuccessionOutput)
    .mutation(({ ctx, input }) => undoSuccession(ctx, input)),
});
