import type { Locale, Severity } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';

const shapes: Readonly<Record<Severity, string>> = {
  error:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.2 9.1-1.1 1.1L8 9.1l-2.1 2.1-1.1-1.1L6.9 8 4.8 5.9l1.1-1.1L8 6.9l2.1-2.1 1.1 1.1L9.1 8Z',
  warning: 'M8 1.2 15.4 14.5H.6Zm-.8 4.6v4.4h1.6V5.8Zm0 5.5v1.6h1.6v-1.6Z',
  notice: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.8 6.2h1.6v4.6H7.2Zm0-3h1.6v1.6H7.2Z',
};

interface SeveritySignProps {
  readonly severity: Severity;
  readonly locale: Locale;
}

/** A severity as sign and word together, so that it never rests on colour alone. */
export function SeveritySign({ severity, locale }: SeveritySignProps) {
  return (
    <span className="nb-severity" data-severity={severity}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" focusable="false">
        <path fill="currentColor" fillRule="evenodd" d={shapes[severity]} />
      </svg>
      {messagesIn(locale).severity[severity]}
    </span>
  );
}
