const answerTime = 5000;

/** What a fetch says of an address: its status and text, or why there is none. */
export type Answer = { readonly status: number; readonly text: string } | { readonly failed: string };

export async function askAddress(address: string): Promise<Answer> {
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(answerTime) });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { failed: cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer' };
  }
}
