import type { Messages } from './messages.ts';

export const enDownloads: Messages['downloads'] = {
  open: 'Download',
  hints: {
    docx: 'Word and WPS, to edit',
    pdf: 'fixed pages, to print and file',
    xlsx: 'Excel, totals as formulas',
    html: 'web page, to paste into a site',
    csv: 'one figure a line',
    json: 'everything, can be imported again',
  },
};
