import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Tells two mails apart from one that is sent twice; made anew for each sending when left out. */
  readonly messageId?: string;
}

export interface MailSettings {
  /** smtp://user:password@host:port, or smtps:// for TLS from the start. */
  readonly url: string;
  readonly from: string;
}

/** Sends mail. */
export interface Mailer {
  /** Settles when the server has taken the mail on. */
  send(mail: Mail): Promise<void>;
  /** Whether the server can be reached and lets us in; throws when not. */
  verify(): Promise<void>;
  close(): void;
}

const seconds = 1000;

export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(
    {
      url,
      ...{ connectionTimeout: 15 * seconds, greetingTimeout: 15 * seconds, socketTimeout: 60 * seconds },
    },
    { from },
  );
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}
