import { Button } from '@mantine/core';
import { useId } from 'react';
import type { AskedMove } from '../editor/may-edit.ts';
import { optionOf } from '../editor/may-edit.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { useShortcut } from '../shell/use-shortcut.ts';
import { reviewMoves } from './review-moves.ts';

interface MoveButtonsProps {
  readonly detail: ReportDetail;
  onAsk(move: AskedMove): void;
}

/** What this person may do with the report now; what stands in the way of the rest is said beside it. */
export function MoveButtons({ detail, onAsk }: MoveButtonsProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const id = useId();
  const options = reviewMoves.flatMap((row) => {
    const option = optionOf(detail, row.move);
    return option === null ? [] : [{ ...row, allowed: option.allowed, refusals: option.refusals }];
  });
  const ask = (key: string) => {
    const option = options.find((candidate) => candidate.key === key);
    if (option?.allowed === true) onAsk(option.move);
  };
  useShortcut('a', () => ask('a'));
  useShortcut('r', () => ask('r'));
  useShortcut('p', () => ask('p'));
  return (
    <>
      {options.map(({ move, key, main, allowed, refusals }) => (
        <div key={move} className="move">
          <Button
            variant={main ? 'filled' : 'default'}
            disabled={!allowed}
            aria-keyshortcuts={key ?? undefined}
            aria-describedby={allowed ? undefined : `${id}-${move}`}
            onClick={() => onAsk(move)}
          >
            {m.moves[move].verb}
          </Button>
          {!allowed && (
            <span id={`${id}-${move}`} className="quiet small">
              {refusals.map((refusal) => refusal[locale]).join(' ')}
            </span>
          )}
        </div>
      ))}
    </>
  );
}
