import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../api/trpc.ts';
import { ReviewPage } from '../review/review-page.tsx';
import { EditorPage } from './editor-page.tsx';
import { mayEdit } from './may-edit.ts';

const route = getRouteApi('/signed-in/reports/$reportId');

/** A report: to be filled in by those who may, to be read and reviewed by the others. */
export function ReportPage() {
  const { reportId } = route.useParams();
  const trpc = useTRPC();
  const { data: detail } = useSuspenseQuery(trpc.reports.get.queryOptions({ id: reportId }));
  const key = `${detail.id} ${detail.state}`;
  return mayEdit(detail) ? <EditorPage key={key} detail={detail} /> : <ReviewPage key={key} detail={detail} />;
}
