import type { Block, Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import { InlineTable } from './inline-table.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Passage } from './passage.ts';

interface ReportBlockProps {
  readonly block: Block;
  /** Rank of the block's heading in the outline of the page. */
  readonly heading: number;
  readonly passages: readonly Passage[];
  readonly locale: Locale;
}

/** Pictures are shown only where the report itself carries them, so that reading one never calls another site. */
const carriedImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;

function headingTag(rank: number): 'h2' | 'h3' | 'h4' | 'h5' {
  if (rank <= 2) return 'h2';
  if (rank === 3) return 'h3';
  return rank === 4 ? 'h4' : 'h5';
}

/** One block of a report's text. Rows added to a statutory table stand with that table, not here. */
export function ReportBlock({ block, heading, passages, locale }: ReportBlockProps) {
  const messages = messagesIn(locale);
  switch (block.kind) {
    case 'heading': {
      const Heading = headingTag(heading);
      return (
        <Heading>
          <MarkedText text={block.text} passages={passages} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <MarkedText text={block.text} passages={passages} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      let offset = 0;
      return (
        <List>
          {block.items.map((item) => {
            const start = offset;
            offset += item.length + 1;
            return (
              <li key={start}>
                <MarkedText text={item} offset={start} passages={passages} />
              </li>
            );
          })}
        </List>
      );
    }
    case 'table':
      return <InlineTable table={block} passages={passages} />;
    case 'image':
      return (
        <figure>
          {carriedImage.test(block.source) ? (
            <img src={block.source} alt={block.alt} />
          ) : (
            <div className="nb-missing-image">{messages.imageNotKept}</div>
          )}
          {block.alt !== '' && <figcaption>{block.alt}</figcaption>}
        </figure>
      );
    case 'localRow':
      return null;
  }
}
