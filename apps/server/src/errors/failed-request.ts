const requestIds = new WeakMap<Error, string>();

/**
 * Says in which request an error came up. What is wrong before there is a context, such as a token that is refused, has
 * no other way to tell its request to whoever writes the answer.
 */
export function noteRequest(error: Error, requestId: string): void {
  requestIds.set(error, requestId);
}

/** The request that an error came up in; empty where nobody has said. */
export function requestOf(error: Error): string {
  return requestIds.get(error) ?? '';
}
