import type { Report } from '@nianbao/core';
import { emptyReport, formatById } from '@nianbao/core';
import type { DemoAgency } from './agencies.ts';
import { factsFrom } from './figures.ts';
import { demoFigures } from './figures-by-year.ts';
import { narrate } from './narrative.ts';

export type DemoYear = 2024 | 2025;

/** A body as it was called in a year. */
const named = (agency: DemoAgency, year: DemoYear): DemoAgency =>
  year === 2024 ? { ...agency, ...agency.former } : agency;

/** Whether a body reports for a year. */
export const reportsFor = ({ key }: DemoAgency, year: DemoYear): boolean => demoFigures[year][key] !== undefined;

/** A body's finished report for a year, in which every rule holds. */
export function demoReport(body: DemoAgency, year: DemoYear): Report {
  const agency = named(body, year);
  const figures = demoFigures[year][agency.key];
  if (figures === undefined) throw new Error(`${agency.name} does not report for ${year}`);
  const empty = emptyReport(agency.name, year, formatById['2021']);
  return {
    ...empty,
    ...narrate(year, { agency, figures }, empty.sections),
    writtenOn: `${year + 1}-01-10`,
    indexNumber: `${agency.creditCode.slice(8, 17)}/${year + 1}-00001`,
    contact: { name: agency.name, address: agency.address, postcode: null, phones: [agency.phone], emails: [] },
    facts: factsFrom(figures),
  };
}

/** A report as somebody left it who has not checked it: a sum that is off, a figure that the text has otherwise, cells not filled. */
export function unfinished(report: Report): Report {
  const { received, processed } = { received: 't3.received.naturalPerson', processed: 't3.processedTotal.total' };
  const figure = (key: string) => (typeof report.facts[key] === 'number' ? report.facts[key] : 0);
  return {
    ...report,
    writtenOn: null,
    facts: {
      ...report.facts,
      [received]: figure(received) + 2,
      [processed]: figure(processed) + 1,
      't2.fees.amount': null,
      't4.review.total': null,
    },
    sections: report.sections.map((section) => (section.id === 'otherMatters' ? { ...section, blocks: [] } : section)),
  };
}

/** A report that somebody has only begun: some figures of 表二, nothing written. */
export function begun(report: Report): Report {
  const kept = ['t2.licences.decisions', 't2.penalties.decisions', 't2.coercions.decisions'];
  return {
    ...report,
    writtenOn: null,
    preface: [],
    sections: report.sections.map((section) => ({ ...section, blocks: [] })),
    facts: Object.fromEntries(Object.entries(report.facts).filter(([key]) => kept.includes(key))),
  };
}

/** The amount of fees with two digits exchanged: what the demonstration's correction corrects. */
export function wrongFees(report: Report): Report {
  return { ...report, facts: { ...report.facts, 't2.fees.amount': 36.8 } };
}
