import type { Block, Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import { MarkedText } from './marked-text.tsx';
import type { Passage } from './passage.ts';

interface LocalRowsProps {
  readonly rows: readonly {
    readonly block: Extract<Block, { kind: 'localRow' }>;
    readonly passages: readonly Passage[];
  }[];
  readonly locale: Locale;
}

/** Lines that a locality added under a statutory table; they belong to no official cell and enter no sum. */
export function LocalRows({ rows, locale }: LocalRowsProps) {
  if (rows.length === 0) return null;
  return (
    <table className="nb-inline-table nb-local-rows">
      <caption lang={locale === 'zh' ? undefined : 'en'}>{messagesIn(locale).localRow}</caption>
      <tbody>
        {rows.map(({ block, passages }, y) => {
          let offset = block.label.length + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a published table never move
            <tr key={y}>
              <th scope="row">
                <MarkedText text={block.label} passages={passages} />
              </th>
              {block.values.map((value) => {
                const start = offset;
                offset += value.length + 1;
                return (
                  <td key={start} data-numeric="">
                    <MarkedText text={value} offset={start} passages={passages} />
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
