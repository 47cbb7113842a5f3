import type { Change, Contact, Locale, Report } from '@nianbao/core';
import { blockText, findCell, formatOf, labelIn, sectionHeading } from '@nianbao/core';
import { figureText } from '../figures/figure-text.ts';
import type { Messages } from '../messages/messages.ts';

/** A figure by the labels of its row and column. */
export function cellName(report: Pick<Report, 'format'>, key: string, locale: Locale): string {
  const format = formatOf(report);
  const cell = format === null ? undefined : findCell(format, key);
  return cell === undefined ? key : cell.labels.map((label) => labelIn(label, locale)).join(' · ');
}

const partKinds = ['fact', 'head', 'preface', 'section'];

/** Whether a field of the history is a part of the report itself, not its state or what else is kept about it. */
export function isPartOfReport(field: string): boolean {
  return partKinds.includes(field.split(':', 1)[0] ?? '');
}

/** What a field of a report is called, from the name that changes and history use. */
export function fieldName(
  report: Report,
  field: string,
  { m, locale }: { readonly m: Messages; readonly locale: Locale },
): string {
  const [kind, name = ''] = field.split(/:(.*)/s);
  switch (kind) {
    case 'fact':
      return cellName(report, name, locale);
    case 'head':
      return name === 'title' || name === 'writtenOn' || name === 'indexNumber' || name === 'contact'
        ? m.head[name]
        : name;
    case 'preface':
      return m.head.preface;
    case 'section': {
      const section = report.sections[Number(name)];
      return section === undefined ? m.head.section(Number(name) + 1) : sectionHeading(section);
    }
    default:
      return field;
  }
}

/** What a change would put into its field, as plain words for comparing. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'fact':
      return figureText(change.value);
    case 'preface':
    case 'section':
      return change.blocks.map(blockText).join('\n');
    case 'head':
      return change.field === 'contact' ? contactText(change.value) : (change.value ?? '');
  }
}

function contactText(contact: Contact | null): string {
  if (contact === null) return '';
  const { name, address, postcode, phones, emails } = contact;
  return [name, address, postcode, ...phones, ...emails].filter((part) => part !== null).join(' ');
}
