import type { Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import type { FileKind } from '../site/address.ts';
import { fileAddress } from '../site/address.ts';
import type { ReportAddress } from '../viewer-data.ts';

interface DownloadsProps {
  readonly address: ReportAddress;
  readonly files: readonly FileKind[];
  readonly locale: Locale;
}

/** The documents that a report can be had as, each with what it is good for. */
export function Downloads({ address, files, locale }: DownloadsProps) {
  const messages = messagesIn(locale);
  if (files.length === 0) return null;
  return (
    <details className="downloads">
      <summary>{messages.download}</summary>
      <dl>
        {files.map((kind) => (
          <div key={kind}>
            <dt>
              <a href={fileAddress(address, kind)} download="">
                {kind.toUpperCase()}
              </a>
            </dt>
            <dd>{messages.files[kind]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
