import { xmlHead } from '../ooxml/xml-head.ts';
import { fonts, linePitch, typeSize } from './page-layout.ts';
import { namespaces } from './xml-names.ts';

interface ParagraphStyle {
  readonly id: string;
  /** The name under which Word knows it; those of headings make its navigation work. */
  readonly name: string;
  readonly basedOn?: string;
  /** True for a style that Word has not of itself. */
  readonly own?: true;
  /** The style of the paragraph after it. */
  readonly next?: string;
  /** Elements of paragraph and run properties, in the order that the schema wants. */
  readonly paragraph?: string;
  readonly run?: string;
}

/** `latin` is the font of digits and letters; page numbers are set in that of the Chinese. */
const font = (eastAsia: string, latin: string = fonts.latin): string =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${fonts.latin}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = '<w:b/><w:bCs/>';
const twoCharacters = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const unindented = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';
const exact = (line: number, around = ''): string => `<w:spacing ${around}w:line="${line}" w:lineRule="exact"/>`;
const single = (around = ''): string => `<w:spacing ${around}w:line="240" w:lineRule="auto"/>`;
const keep = '<w:keepNext/><w:keepLines/>';

const heading = (level: number, run: string): ParagraphStyle => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: 'BodyText',
  next: 'BodyText',
  paragraph: `${keep}<w:outlineLvl w:val="${level - 1}"/>`,
  run,
});

const paragraphStyles: readonly ParagraphStyle[] = [
  { id: 'Normal', name: 'Normal', paragraph: `<w:widowControl w:val="0"/>${exact(linePitch)}<w:jc w:val="both"/>` },
  { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', paragraph: twoCharacters },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `${keep}${exact(700, `w:before="${linePitch}" w:after="${linePitch}" `)}<w:jc w:val="center"/>`,
    run: `${font(fonts.title)}${size(typeSize.二号)}`,
  },
  {
    id: 'DocumentFacts',
    own: true,
    name: 'Document Facts',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `${exact(400, `w:after="${linePitch}" `)}<w:jc w:val="center"/>`,
    run: `${font(fonts.second)}${size(typeSize.小四)}`,
  },
  heading(1, font(fonts.first)),
  heading(2, font(fonts.second)),
  heading(3, bold),
  heading(4, ''),
  { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'BodyText' },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="exact"/><w:jc w:val="center"/>`,
    run: `${font(fonts.first)}${size(typeSize.小四)}`,
  },
  {
    id: 'Picture',
    own: true,
    name: 'Picture',
    basedOn: 'Normal',
    paragraph: `${single('w:before="120" w:after="120" ')}<w:jc w:val="center"/>`,
  },
  {
    id: 'TableText',
    own: true,
    name: 'Table Text',
    basedOn: 'Normal',
    paragraph: `${single()}<w:jc w:val="center"/>`,
    run: `${font(fonts.table)}<w:spacing w:val="0"/>${size(typeSize.小五)}`,
  },
  {
    id: 'TableLabel',
    own: true,
    name: 'Table Label',
    basedOn: 'TableText',
    paragraph: '<w:jc w:val="left"/>',
  },
  { id: 'AfterTable', own: true, name: 'After Table', basedOn: 'Normal', paragraph: exact(160), run: size(2) },
  { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: '<w:keepLines/><w:jc w:val="right"/>' },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    paragraph: `${exact(400)}<w:jc w:val="right"/>`,
    run: `${font(fonts.first)}${size(typeSize.四号)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    paragraph: `${exact(340)}`,
    run: `${font(fonts.table, fonts.table)}${size(typeSize.四号)}`,
  },
  {
    id: 'FooterNote',
    own: true,
    name: 'Footer Note',
    basedOn: 'Footer',
    paragraph: `${exact(220)}${unindented}<w:jc w:val="center"/>`,
    run: size(typeSize.小五),
  },
];

function styleXml({ id, name, own, basedOn, next, paragraph, run }: ParagraphStyle): string {
  return [
    `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''}${own === true ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>`,
    basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined || run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');

/** Fifteen and three quarter points for a character of sixteen, so that 28 of them fill the line. */
const tighter = '<w:spacing w:val="-5"/>';

/** `word/styles.xml`, the same for every report. */
export const stylesXml = [
  `${xmlHead}<w:styles xmlns:w="${namespaces.word}"><w:docDefaults>`,
  `<w:rPrDefault><w:rPr>${font(fonts.body)}${tighter}<w:kern w:val="2"/>${size(typeSize.三号)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
  '<w:pPrDefault/></w:docDefaults>',
  ...paragraphStyles.map(styleXml),
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`,
  '</w:styles>',
].join('');
