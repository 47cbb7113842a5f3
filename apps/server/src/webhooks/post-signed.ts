import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';

export interface SignedMessage {
  readonly url: string;
  /** Stays the same at every attempt, so that the receiver can tell a repetition. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  readonly key: string;
}

const timeout = 10_000;

/**
 * Posts a message with the headers of the Standard Webhooks specification; gives the answer's status. The answer's body
 * is not read and a redirection is not followed. Addresses within the network are refused, whatever the name says, but
 * for those in `allowed` (addresses or CIDR ranges).
 */
export function postSigned(message: SignedMessage, allowed: readonly string[]): Promise<number> {
  const { url, id, at, body, key } = message;
  const send = new URL(url).protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle, fail) => {
    const sending = send(
      url,
      {
        method: 'POST',
        agent: useAgent(url, { allowIPAddressList: [...allowed] }),
        signal: AbortSignal.timeout(timeout),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'nianbao',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(key).sign(id, at, body),
        },
      },
      (answer) => {
        answer.destroy();
        settle(answer.statusCode ?? 0);
      },
    );
    sending.on('error', fail);
    sending.end(body);
  });
}
