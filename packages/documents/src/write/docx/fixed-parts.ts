import { xmlHead } from '../ooxml/xml-head.ts';
import { fonts } from './page-layout.ts';
import { namespaces } from './xml-names.ts';

interface FontEntry {
  readonly name: string;
  /** What to take where the font is not installed. */
  readonly instead: string;
  readonly family: 'roman' | 'modern' | 'script' | 'swiss';
}

const chineseFonts: readonly FontEntry[] = [
  { name: fonts.title, instead: '华文中宋', family: 'script' },
  { name: fonts.body, instead: '仿宋', family: 'modern' },
  { name: fonts.first, instead: 'SimHei', family: 'modern' },
  { name: fonts.second, instead: '楷体', family: 'modern' },
  { name: fonts.table, instead: 'SimSun', family: 'roman' },
];

/** `word/fontTable.xml`. */
export const fontTableXml = [
  `${xmlHead}<w:fonts xmlns:w="${namespaces.word}">`,
  ...chineseFonts.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  ),
  `<w:font w:name="${fonts.latin}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
  '</w:fonts>',
].join('');

/** `word/settings.xml`: odd and even pages differ in the place of their number. */
export const settingsXml = [
  `${xmlHead}<w:settings xmlns:w="${namespaces.word}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>`,
  '<w:characterSpacingControl w:val="compressPunctuation"/>',
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>',
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
].join('');

const level = (format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:lvl>`;

/** The numbering of lists without numbers; that of the first ordered list is the next. */
export const bulletNumbering = 1;

/** `word/numbering.xml`: one numbering for all lists with marks, and one for each ordered list, so that it begins at 1. */
export function numberingXml(orderedLists: number): string {
  const numberings = Array.from(
    { length: orderedLists },
    (_, list) =>
      `<w:num w:numId="${bulletNumbering + 1 + list}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  return [
    `${xmlHead}<w:numbering xmlns:w="${namespaces.word}">`,
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${level('bullet', '•')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level('decimal', '%1.')}</w:abstractNum>`,
    `<w:num w:numId="${bulletNumbering}"><w:abstractNumId w:val="0"/></w:num>`,
    ...numberings,
    '</w:numbering>',
  ].join('');
}
