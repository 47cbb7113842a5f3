import type { FindingKind, Severity } from '@nianbao/core';

export interface ReadingKind extends FindingKind {
  readonly severity: Severity;
}

/** What can be said of reading a file, apart from what the report itself says. Each finding of it has a source place. */
export const readingKinds = [
  {
    id: 'READ-CELL-UNREADABLE',
    severity: 'error',
    title: { zh: '单元格读不出数', en: 'Cell is not a figure' },
    message: {
      zh: '“{label}”写的是“{actual}”，读不出一个数。',
      en: '“{label}” says “{actual}”, which is not one figure.',
    },
    instruction: {
      zh: '请对照原文核实，填入数字；没有的填 0。',
      en: 'Check the source and enter the figure; enter 0 where there is none.',
    },
  },
  {
    id: 'READ-CELL-UNIT',
    severity: 'notice',
    title: { zh: '单元格带单位', en: 'Unit inside a cell' },
    message: {
      zh: '“{label}”写作“{quote}”，读作 {actual}。',
      en: '“{label}” is written “{quote}” and was read as {actual}.',
    },
    instruction: {
      zh: '表格只填数字，请去掉单位并核对表头的单位。',
      en: 'Enter digits only, and check the unit that the head asks for.',
    },
  },
  {
    id: 'READ-HEAD-UNIT',
    severity: 'warning',
    title: { zh: '表头的单位与规定不同', en: 'Head asks for another unit' },
    message: {
      zh: '表头以{unit}为单位，规定的单位是{due}；“{label}”写作“{quote}”，读作 {actual} {due}。',
      en: 'The head counts in {unit}, the official table in {due}; “{label}” says “{quote}” and was read as {actual} {due}.',
    },
    instruction: {
      zh: '请按规定的单位填写，并核对换算后的数。',
      en: 'Enter the figure in the official unit, and check the converted one.',
    },
  },
  {
    id: 'READ-CELL-WORDS',
    severity: 'notice',
    title: { zh: '增减用文字表示', en: 'Change written in words' },
    message: {
      zh: '“{label}”写作“{quote}”，读作 {actual}。',
      en: '“{label}” is written “{quote}” and was read as {actual}.',
    },
    instruction: { zh: '增减用正负数填写，减少 8 项填 -8。', en: 'Write a change as a signed number: 8 fewer is -8.' },
  },
  {
    id: 'READ-CELLS-FEWER',
    severity: 'warning',
    title: { zh: '一行的数少于应有的格', en: 'Row has fewer figures than columns' },
    message: {
      zh: '“{label}”应有 {expected} 格，原文只有 {actual} 格（{found}），无法确定各在哪一格；{outcome}。',
      en: '“{label}” has {expected} columns; the source has {actual} ({found}), and which columns they belong to is not certain; {outcomeEn}.',
    },
    instruction: {
      zh: '请对照原文把每个数填进所属的格。',
      en: 'Check the source and put each figure into its column.',
    },
  },
  {
    id: 'READ-CELLS-MORE',
    severity: 'warning',
    title: { zh: '一行的数多于应有的格', en: 'Row has more figures than columns' },
    message: {
      zh: '“{label}”应有 {expected} 格，原文有 {actual} 个数（{found}），无法确定取哪些；{outcome}。',
      en: '“{label}” has {expected} columns; the source has {actual} figures ({found}), and which ones belong there is not certain; {outcomeEn}.',
    },
    instruction: {
      zh: '请对照原文核实这一行，去掉多出的数。',
      en: 'Check this row in the source and remove what is too many.',
    },
  },
  {
    id: 'READ-CELLS-TOGETHER',
    severity: 'warning',
    title: { zh: '几格的数连写在一起', en: 'Figures of several cells run together' },
    message: {
      zh: '“{label}”的 {expected} 格连写成“{actual}”，{outcome}。',
      en: 'The {expected} cells of “{label}” run together as “{actual}”; {outcomeEn}.',
    },
    instruction: { zh: '请对照原文逐格核对。', en: 'Check each cell against the source.' },
  },
  {
    id: 'READ-ROWS-MISSING',
    severity: 'error',
    title: { zh: '表格不全', en: 'Tables are incomplete' },
    message: { zh: '原文中没有找到：{rows}。', en: 'Not found in the source: {rows}.' },
    instruction: {
      zh: '请确认原文是否完整；表格在网页上被截断或作成图片的，请补录这些行。',
      en: 'Check that the source is complete; where the table was cut off or is a picture, enter these rows.',
    },
  },
  {
    id: 'READ-REPEATS-LOST',
    severity: 'error',
    title: { zh: '表格中重复的格丢失', en: 'Cells that repeat others are lost' },
    message: {
      zh: '表格里没有两个相同的数，多数行连一格也没有，像是转换时去掉了重复的格；这些格的数无法还原，没有读入。',
      en: 'No two figures of the tables are alike, and most rows have no cell at all: a conversion seems to have dropped every cell that repeats another. What these cells held cannot be told, and nothing was taken for them.',
    },
    instruction: {
      zh: '请改用原网页或原文件，不要用这份转换出来的文本。',
      en: 'Use the original page or file instead of this converted text.',
    },
  },
  {
    id: 'READ-OLD-FORMAT',
    severity: 'notice',
    title: { zh: '没有2019年以来规定的表格', en: 'No tables of the forms since 2019' },
    message: {
      zh: '文件里没有2019年以来规定的表格；正文照录，另按原样保留了 {actual} 项指标和数，不填入后来的表格。',
      en: 'The file has none of the tables in use since 2019. Its text was kept, and {actual} indicators with their figures beside it; none was entered in the later tables.',
    },
    instruction: {
      zh: '2019年以前的报告无需补表，请核对保留的指标；2019年及以后的，请补填规定的表格。',
      en: 'A report from before 2019 needs no tables: check the indicators kept. For 2019 and later, fill in the official tables.',
    },
  },
  {
    id: 'READ-ROWS-UNPLACED',
    severity: 'error',
    title: { zh: '有数字分不清属于哪一行', en: 'Figures whose row is not certain' },
    message: {
      zh: '这里的数（{found}）旁没有行名，无法确定属于哪一行。',
      en: 'The figures here ({found}) have no row label, and their row is not certain.',
    },
    instruction: { zh: '请对照原文把它们填进所属的行。', en: 'Check the source and enter them in their row.' },
  },
  {
    id: 'READ-ROWS-BY-PLACE',
    severity: 'notice',
    title: { zh: '按位置认出的行', en: 'Rows told by their place' },
    message: {
      zh: '这些行旁没有行名，按前后各行之间的位置读出：{rows}。',
      en: 'These rows have no label beside them and were told by their place between others: {rows}.',
    },
    instruction: { zh: '请对照原文核对这些行。', en: 'Check these rows against the source.' },
  },
  {
    id: 'READ-ROW-REPEATED',
    severity: 'warning',
    title: { zh: '同一行出现两次且数字不同', en: 'Row occurs twice with other figures' },
    message: {
      zh: '“{label}”再次出现，数字为 {found}，与前一次不同；采用了前一次的。',
      en: '“{label}” occurs again with {found}, unlike before; the first was taken.',
    },
    instruction: { zh: '请确认哪一次是对的。', en: 'Decide which of the two is right.' },
  },
  {
    id: 'READ-TABLE-ORDER',
    severity: 'error',
    title: { zh: '表四的数分不清顺序', en: 'Order of the figures of table 4 is not certain' },
    message: {
      zh: '表四应有 {expected} 格，原文有 {actual} 个数（{found}），顺序无法确定，没有读入。',
      en: 'Table 4 has {expected} cells; the source has {actual} figures ({found}) in no certain order, and none was taken.',
    },
    instruction: { zh: '请对照原文填写表四。', en: 'Fill table 4 from the source.' },
  },
  {
    id: 'READ-TABLE-ORDER-BY-SUMS',
    severity: 'warning',
    title: { zh: '表四的顺序由合计推出', en: 'Order of table 4 told by its sums' },
    message: {
      zh: '表四的数在文件中的先后与表格不同，只有一种排法使每组的总计等于前四项之和，按此读入（结果维持、结果纠正、其他结果、尚未审结、总计）：{rows}。',
      en: 'The figures of table 4 stand in the file in another order than in the table. Only one order makes each total the sum of its four outcomes, and it was taken (upheld, corrected, other, pending, total): {rows}.',
    },
    instruction: { zh: '请对照原文逐格核对表四。', en: 'Compare each cell of table 4 with the source.' },
  },
  {
    id: 'COLUMN-HEADS',
    severity: 'warning',
    title: { zh: '表头文字与规定不同', en: 'Column heads differ from the official ones' },
    message: {
      zh: '表头写作{heads}，与规定的文字不同。',
      en: 'Column heads read {heads}, unlike the official wording (in brackets).',
    },
    instruction: { zh: '请把表头改回规定的文字。', en: 'Restore the official wording of the heads.' },
  },
  {
    id: 'READ-SECTION-TITLE',
    severity: 'warning',
    title: { zh: '部分的标题与规定不同', en: 'Section is titled otherwise' },
    message: {
      zh: '标题“{quote}”与规定的文字不同，按序号读作“{official}”。',
      en: 'The heading “{quote}” is unlike the official ones; by its number it was read as “{official}”.',
    },
    instruction: { zh: '请把标题改回规定的文字。', en: 'Restore the official heading.' },
  },
  {
    id: 'READ-ROW-LABELS',
    severity: 'notice',
    title: { zh: '行名文字与规定不同', en: 'Row labels differ from the official ones' },
    message: {
      zh: '行名写作{rows}，与规定的文字不同，按括号内的行读入。',
      en: 'Row labels read {rows}; they were read as the rows in brackets.',
    },
    instruction: {
      zh: '请把行名改回规定的文字，去掉填表说明。',
      en: 'Restore the official labels, and take out instructions for filling in.',
    },
  },
  {
    id: 'READ-LOCAL-ROW',
    severity: 'notice',
    title: { zh: '表格有自行增加的行', en: 'Row that the official table does not have' },
    message: {
      zh: '规定的表格没有“{label}”一行（{found}），作为附加行保留，不计入表内各数。',
      en: 'The official table has no row “{label}” ({found}); it is kept as an added line and counts towards nothing.',
    },
    instruction: {
      zh: '请确认是否应当保留；分类小计不要填写，由各分项相加得出。',
      en: 'Decide whether to keep it; subtotals of groups are not to be entered.',
    },
  },
  {
    id: 'READ-AGENCY-UNKNOWN',
    severity: 'warning',
    title: { zh: '没有写明是哪个机关', en: 'Agency is not told' },
    message: {
      zh: '标题、落款和正文都没有写明编制报告的机关{called}。',
      en: 'Neither title nor signature nor text names the reporting body{calledEn}.',
    },
    instruction: {
      zh: '请填写机关全称，并在标题和落款中写明。',
      en: 'Enter the full name of the body, and state it in the title and the signature.',
    },
  },
  {
    id: 'READ-AGENCY-INFERRED',
    severity: 'notice',
    title: { zh: '机关名称由正文推出', en: 'Agency inferred from the text' },
    message: {
      zh: '标题没有写明机关，由“{quote}”读作“{actual}”。',
      en: 'The title does not name the body; “{quote}” was read as “{actual}”.',
    },
    instruction: { zh: '请核对机关全称。', en: 'Check the full name of the body.' },
  },
  {
    id: 'READ-YEAR-UNKNOWN',
    severity: 'warning',
    title: { zh: '没有写明报告年度', en: 'Report year is not told' },
    message: { zh: '标题和正文都没有写明报告年度。', en: 'Neither title nor text states the report year.' },
    instruction: { zh: '请填写报告年度，并在标题中写明。', en: 'Enter the report year, and state it in the title.' },
  },
  {
    id: 'READ-YEAR-INFERRED',
    severity: 'notice',
    title: { zh: '报告年度由正文推出', en: 'Report year inferred' },
    message: {
      zh: '标题没有写明年度，由“{quote}”读作 {actual} 年。',
      en: 'The title does not state the year; it was read as {actual} from “{quote}”.',
    },
    instruction: { zh: '请核对报告年度。', en: 'Check the report year.' },
  },
  {
    id: 'READ-ENCODING-GUESSED',
    severity: 'notice',
    title: { zh: '文件没有写明编码', en: 'Encoding is not stated' },
    message: {
      zh: '文件没有写明文字编码，按 {actual} 读取。',
      en: 'The file does not state its encoding and was read as {actual}.',
    },
    instruction: {
      zh: '如有乱码，请另存为 UTF-8 后再读。',
      en: 'If characters look wrong, save the file as UTF-8 and read it again.',
    },
  },
  {
    id: 'READ-RECOGNISED',
    severity: 'warning',
    title: { zh: '文字来自图片识别', en: 'Text recognised from pictures' },
    message: {
      zh: '这份 PDF 是扫描件，文字由软件识别得来，数字可能认错。',
      en: 'This PDF is a scan whose text was recognised by software, which may have misread figures.',
    },
    instruction: {
      zh: '请逐格对照原件核实数字；有 Word 文件的，请改用 Word 文件。',
      en: 'Check each figure against the original; give the Word file where there is one.',
    },
  },
  {
    id: 'READ-TRADITIONAL',
    severity: 'notice',
    title: { zh: '含繁体字', en: 'Traditional characters' },
    message: {
      zh: '表格用了繁体字（如“{quote}”），按简体对应的行和列读取。',
      en: 'The tables use Traditional characters (such as “{quote}”) and were read as their Simplified counterparts.',
    },
    instruction: {
      zh: '请核对原文是否为转换过的网页，并改用规范汉字。',
      en: 'Check whether the page is a conversion, and use standard Simplified characters.',
    },
  },
  {
    id: 'READ-SECOND-REPORT',
    severity: 'warning',
    title: { zh: '文件里不止一份报告', en: 'More than one report in the file' },
    message: {
      zh: '从“{quote}”起像是另一份报告，没有读入。',
      en: 'What begins at “{quote}” looks like another report and was not read.',
    },
    instruction: { zh: '请把各份报告分成单独的文件。', en: 'Put each report into a file of its own.' },
  },
  {
    id: 'READ-COPY-ALTERED',
    severity: 'warning',
    title: { zh: '文件导出后被改动', en: 'File was changed after it was written' },
    message: {
      zh: '文件显示的内容与其中带有的报告有 {actual} 处不同：{list}。已按显示的内容读入。',
      en: 'The file shows {actual} things otherwise than the report that it carries: {list}. What it shows was read.',
    },
    instruction: {
      zh: '请确认这些改动是有意的；否则请重新导出。',
      en: 'Make sure that these changes are meant; else write the file anew.',
    },
  },
  {
    id: 'READ-COPY-BROKEN',
    severity: 'notice',
    title: { zh: '文件带有的机读报告已损坏', en: 'The machine-readable report inside is damaged' },
    message: {
      zh: '文件带有的机读报告已损坏或被改动，不能采用，已按显示的内容读入。',
      en: 'The machine-readable report inside the file is damaged or was changed and is not used; what the file shows was read.',
    },
    instruction: {
      zh: '请核对读入的内容，或重新导出该文件。',
      en: 'Check what was read, or write the file anew.',
    },
  },
  {
    id: 'READ-CELL-UNKNOWN',
    severity: 'warning',
    title: { zh: '数据行认不出是哪一格', en: 'Line of data names no known cell' },
    message: {
      zh: '这一行（{actual}）的单元格名或状态不是这一格式里的，没有读入。',
      en: 'The cell or the state of this line ({actual}) is not one of this format; it was not taken.',
    },
    instruction: {
      zh: '请对照下载的 CSV 改正 cell 和 state 两列。',
      en: 'Correct the columns cell and state as a downloaded CSV has them.',
    },
  },
  {
    id: 'READ-TRACKED-CHANGES',
    severity: 'warning',
    title: { zh: '文档里还有修订标记', en: 'Tracked changes in the document' },
    message: {
      zh: '文档还有没有接受或拒绝的修订，按全部接受读取。',
      en: 'The document has tracked changes that were neither accepted nor rejected; it was read as if all were accepted.',
    },
    instruction: {
      zh: '请在 Word 或 WPS 中接受或拒绝全部修订，再核对数字。',
      en: 'Accept or reject all changes in Word or WPS, then check the figures.',
    },
  },
  {
    id: 'READ-FORMULA-NO-VALUE',
    severity: 'warning',
    title: { zh: '公式没有算出的值', en: 'Formula without a value' },
    message: {
      zh: '{count} 个单元格只有公式，没有存下算出的值（{found}），按空白读取。',
      en: '{count} cells hold a formula without the value that it gives ({found}) and were read as blank.',
    },
    instruction: {
      zh: '请用 Excel 或 WPS 打开文件，重新计算并保存后再读。',
      en: 'Open the file in Excel or WPS, let it calculate, save it and read it again.',
    },
  },
] as const satisfies readonly ReadingKind[];

export type ReadingId = (typeof readingKinds)[number]['id'];

export const readingKindById: ReadonlyMap<string, ReadingKind> = new Map(readingKinds.map((kind) => [kind.id, kind]));
