/** The names of a report's sheets as a person sees them, those of the statutory tables by the table. */
export const sheetNames = {
  cover: '报告',
  t2: '表二',
  t3: '表三',
  t4: '表四',
  checks: '核对',
  text: '正文',
  data: '数据',
} as const;
