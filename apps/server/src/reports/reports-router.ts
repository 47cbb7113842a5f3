import { agencyProcedure, figuresProcedure, reportProcedure, router, signedInProcedure } from '../api/trpc.ts';
import { fieldHistory, fieldHistoryInput, fieldHistoryOutput } from '../audit/field-history.ts';
import { compareReport, compareReportInput } from '../comparisons/compare-report.ts';
import { comparisonSchema } from '../comparisons/compare-versions.ts';
import { createReport, createReportInput, createReportOutput } from './create-report.ts';
import { explainedSchema, explainFinding, explainInput, unexplainFinding, unexplainInput } from './explain-finding.ts';
import { getReport, getReportInput, getReportOutput } from './get-report.ts';
import { listReports, listReportsInput, listReportsOutput } from './list-reports.ts';
import { moveReport, moveReportInput, moveReportOutput } from './move-report.ts';
import { presenceInput, presenceOutput, signOfLife } from './presence.ts';
import { saveReport, saveReportInput } from './save-report.ts';
import {
  cancelSchedule,
  cancelScheduleInput,
  cancelScheduleOutput,
  schedulePublication,
  schedulePublicationInput,
  schedulePublicationOutput,
} from './schedule-publication.ts';
import { takeCarryOver, takeCarryOverInput } from './take-carry-over.ts';
import { writtenSchema } from './write-changes.ts';

/** 年度报告: the work on them. What is published is read elsewhere. */
export const reportsRouter = router({
  list: signedInProcedure('report.read')
    .input(listReportsInput)
    .output(listReportsOutput)
    .query(({ ctx, input }) => listReports(ctx, input)),
  create: agencyProcedure('report.create')
    .input(createReportInput)
    .output(createReportOutput)
    .mutation(({ ctx, input }) => createReport(ctx, input)),
  get: reportProcedure('report.read')
    .input(getReportInput)
    .output(getReportOutput)
    .query(({ ctx }) => getReport(ctx)),
  save: figuresProcedure('report.edit')
    .input(saveReportInput)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => saveReport(ctx, input)),
  explain: reportProcedure('report.edit')
    .input(explainInput)
    .output(explainedSchema)
    .mutation(({ ctx, input }) => explainFinding(ctx, input)),
  unexplain: reportProcedure('report.edit')
    .input(unexplainInput)
    .output(explainedSchema)
    .mutation(({ ctx, input }) => unexplainFinding(ctx, input)),
  takeCarryOver: reportProcedure('report.edit')
    .input(takeCarryOverInput)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => takeCarryOver(ctx, input)),
  // Which action a move needs stands in its row of the lifecycle, and is asked there.
  move: reportProcedure('report.read')
    .input(moveReportInput)
    .output(moveReportOutput)
    .mutation(({ ctx, input }) => moveReport(ctx, input)),
  schedule: reportProcedure('report.publish')
    .input(schedulePublicationInput)
    .output(schedulePublicationOutput)
    .mutation(({ ctx, input }) => schedulePublication(ctx, input)),
  cancelSchedule: reportProcedure('report.publish')
    .input(cancelScheduleInput)
    .output(cancelScheduleOutput)
    .mutation(({ ctx }) => cancelSchedule(ctx)),
  present: reportProcedure('report.edit')
    .input(presenceInput)
    .output(presenceOutput)
    .mutation(({ ctx, input }) => signOfLife(ctx, input)),
  fieldHistory: reportProcedure('report.read')
    .input(fieldHistoryInput)
    .output(fieldHistoryOutput)
    .query(({ ctx, input }) => fieldHistory(ctx, input)),
  compare: reportProcedure('report.read')
    .input(compareReportInput)
    .output(comparisonSchema)
    .query(({ ctx, input }) => compareReport(ctx, input)),
});
