import { knownFigure } from '../figures/known-figure.ts';
import { cellLabel, placeIn } from '../formats/place-labels.ts';
import type { Failure, PredicateRule } from './rule.ts';

/**
 * Rule 50, attachments. Figures are compared where both the page and the attachment have one, and the report years. The
 * words are not: what a PDF or Word file loses in reading would drown what was changed.
 */
export const attachmentDiffers: PredicateRule = {
  kind: 'predicate',
  id: 'ATTACHMENT-DIFFERS',
  number: 50,
  severity: 'error',
  regradable: true,
  basis: '条例第六条：公开的政府信息应当准确；网页与附件应为同一份报告',
  needs: ['publication'],
  title: { zh: '附件与网页不一致', en: 'An attachment differs from the page' },
  message: {
    zh: '附件“{name}”与网页不一致：{differences}。',
    en: 'The attachment “{name}” differs from the page: {differencesEn}.',
  },
  instruction: {
    zh: '请核对哪一个正确，更正另一个并公开更正说明。',
    en: 'Find out which is right, correct the other and say so in public.',
  },
  cells: (format) => format.cells.map(({ key }) => key),
  readsText: false,
  *check({ report, format, publication }): Iterable<Failure> {
    for (const { name, report: attached } of publication?.attachments ?? []) {
      if (attached.year !== null && report.year !== null && attached.year !== report.year) {
        const differences = `附件为${attached.year}年度，网页为${report.year}年度`;
        const differencesEn = `it is for ${attached.year}, the page for ${report.year}`;
        yield {
          instance: name,
          expected: report.year,
          actual: attached.year,
          values: { name, differences, differencesEn },
        };
        continue;
      }
      const cells = format.cells.filter(({ key }) => {
        const [page, file] = [knownFigure(report.facts, key), knownFigure(attached.facts, key)];
        return page !== null && file !== null && page !== file;
      });
      const first = cells[0];
      if (first === undefined) continue;
      const [page, file] = [knownFigure(report.facts, first.key), knownFigure(attached.facts, first.key)];
      yield {
        instance: name,
        cells: cells.map(({ key }) => key),
        expected: page,
        actual: file,
        values: {
          name,
          differences: `${cells.length}个数据不同，第一个是“${cellLabel(first)}”，网页${page}，附件${file}`,
          differencesEn: `${cells.length} figures, the first “${placeIn(cellLabel(first), 'en')}”: ${page} on the page, ${file} in the file`,
        },
      };
    }
  },
};

/** Rule 50, versions: content that was public and then changed says so (更正说明). */
export const silentChange: PredicateRule = {
  kind: 'predicate',
  id: 'SILENT-CHANGE',
  number: 50,
  severity: 'error',
  regradable: true,
  basis: '条例第六条：发现影响社会稳定、不完整或者不准确信息的应当澄清；公开后改动应有更正说明（实践做法）',
  needs: ['publication'],
  title: { zh: '公布后改动而没有更正说明', en: 'Changed after publication without a note' },
  message: {
    zh: '第{version}个公开版本与上一版本内容不同，但没有更正说明。',
    en: 'Public version {version} differs from the one before, without a note that says why.',
  },
  instruction: {
    zh: '请补充更正说明：改了什么，为什么改。',
    en: 'Add a note: what was changed, and why.',
  },
  cells: () => [],
  readsText: false,
  *check({ publication }): Iterable<Failure> {
    const versions = publication?.versions ?? [];
    for (const [at, { digest, note }] of versions.entries()) {
      const before = versions[at - 1];
      if (before === undefined || before.digest === digest || (note ?? '').trim() !== '') continue;
      yield { instance: String(at + 1), values: { version: at + 1 } };
    }
  },
};
