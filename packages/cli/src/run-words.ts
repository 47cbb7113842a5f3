/** What a run over many files says of itself. */
export const runWords = {
  standing: {
    zh: '{done}/{total} 份，每秒 {rate} 份，还需 {left}，有错误 {errors} 份',
    en: '{done}/{total} files, {rate} a second, {left} left, {errors} with errors',
  },
  stopped: {
    zh: '已停止，完成 {done}/{total} 份。',
    en: 'Stopped after {done} of {total} files.',
  },
  goOn: {
    zh: '已完成的记在 {journal}，再运行同一条命令即可接着做。',
    en: 'What is done is kept in {journal}; run the same command to go on from there.',
  },
  keepNext: {
    zh: '下次加上 --resume 文件，就能从中断处接着做。',
    en: 'With --resume FILE a run can be gone on with.',
  },
  otherRun: {
    zh: '{journal} 是另一次运行的记录（选项或规则版本不同），请换一个文件名或用原来的选项。',
    en: '{journal} is the journal of another run (other options or rules); name another file or use the options of then.',
  },
  noJournal: {
    zh: '{journal} 不是运行记录，没有改动它。请给 --resume 另一个文件名。',
    en: '{journal} is no journal and was left alone; give --resume another file name.',
  },
  sameReport: {
    zh: '{file} 与 {others} 是同一机关同一年度的报告（{agency} {year}），都已保留，请核对取舍。',
    en: '{file} and {others} are reports of the same agency and year ({agency} {year}); all are kept, decide which holds.',
  },
  imported: {
    zh: '读入 {imported} 份，此前已读入 {before} 份，读不了 {unreadable} 份；{uncertain} 份有不确定的数，{errors} 份有错误。见 {out} 中的 {index}。',
    en: '{imported} imported, {before} already there, {unreadable} not readable; {uncertain} with uncertain figures, {errors} with errors. See {index} in {out}.',
  },
  exported: {
    zh: '写出 {written} 份到 {out}，{failed} 份未写出。',
    en: '{written} written to {out}, {failed} not written.',
  },
  gathered: {
    zh: '汇集 {written} 份到 {out}，{failed} 份未能读入。',
    en: '{written} gathered in {out}, {failed} could not be read.',
  },
  needsFolder: {
    zh: '有多个文件，--out 要写文件夹：{out}/',
    en: 'There are several files, so --out must be a folder: {out}/',
  },
  notSet: { zh: '写不成 {format}：{reason}', en: 'cannot be written as {format}: {reason}' },
  ontoItself: {
    zh: '输出会覆盖这个文件本身。请用 --out 写到别处。',
    en: 'The output would replace this very file; write elsewhere with --out.',
  },
  written: { zh: '已写入 {file}', en: 'written to {file}' },
  notWritten: {
    zh: '写不了（{code}）。请检查文件夹和权限。',
    en: 'cannot be written ({code}); check the folder and who may write there.',
  },
} as const;
