import type { Problem } from '../api/problem.ts';
import { problemOfResponse } from '../api/problem.ts';

/** The name that the server gives a document, from its header. */
export function nameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;\s]+)/.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Has a report saved as a document; gives why not where that fails. */
export async function downloadDocument(reportId: string, format: string): Promise<Problem | null> {
  try {
    const answer = await fetch(`/api/reports/${reportId}/document.${format}`);
    if (!answer.ok) return problemOfResponse(await answer.json().catch(() => null));
    save(await answer.blob(), nameOf(answer.headers.get('content-disposition')) ?? `report.${format}`);
    return null;
  } catch {
    return problemOfResponse(null);
  }
}
