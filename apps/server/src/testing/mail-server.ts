import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../mail/mailer.ts';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

/** A mail server that keeps what it takes. */
export interface TestMailServer {
  /** How a server of ours sends by it. */
  readonly settings: MailSettings;
  readonly received: readonly ReceivedMail[];
  mailsTo(address: string): readonly ReceivedMail[];
  /** How many mails it refuses before it takes one again. */
  refusing: number;
  close(): Promise<void>;
}

/** A mail whose one part is encoded in base64 or quoted-printable. */
function readMail(to: string, raw: string): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const messageId = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? '';
  if (/transfer-encoding: base64/i.test(head)) {
    return { to, messageId, text: Buffer.from(body, 'base64').toString('utf8') };
  }
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
  return { to, messageId, text: Buffer.from(bytes, 'latin1').toString('utf8') };
}

export async function startMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (server.refusing > 0) {
          server.refusing -= 1;
          return callback(new Error('busy'));
        }
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push(readMail(to, Buffer.concat(chunks).toString('latin1')));
        callback();
      });
    },
  });
  const port = await new Promise<number>((settle) => {
    const listener = smtp.listen(0, '127.0.0.1', () => settle((listener.address() as AddressInfo).port));
  });
  const server: TestMailServer = {
    settings: { url: `smtp://127.0.0.1:${port}`, from: '年报 <nianbao@yunxi.example>' },
    received,
    mailsTo: (address) => received.filter(({ to }) => to === address),
    refusing: 0,
    close: () => new Promise<void>((settle) => smtp.close(() => settle())),
  };
  return server;
}
