/** What a person sees of an upload: the share that was sent, from 0 to 1; null once all of it has arrived. */
export type OnProgress = (sent: number | null) => void;

interface RequestParts {
  readonly method?: string | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
}

/** As `fetch`, for a form with a file: tells how much of it has been sent, which `fetch` cannot. */
export function uploadFetch(onProgress: OnProgress) {
  return (url: RequestInfo | URL | string, { method, headers, body, signal }: RequestParts = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const fail = () => reject(new TypeError('Failed to fetch'));
      request.open(method ?? 'POST', url instanceof Request ? url.url : url);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        if (lengthComputable && total > 0) onProgress(loaded / total);
      };
      request.upload.onload = () => onProgress(null);
      request.onerror = fail;
      request.onabort = fail;
      request.onload = () => {
        const answer = new Headers({ 'content-type': request.getResponseHeader('content-type') ?? '' });
        resolve(new Response(request.responseText, { status: request.status, headers: answer }));
      };
      signal?.addEventListener('abort', () => request.abort());
      request.send(body instanceof FormData ? body : null);
    });
}
