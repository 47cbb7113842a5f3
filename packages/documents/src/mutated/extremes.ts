import type { Extremes } from './changes.ts';

/** Stands in marks for an address of this machine at which nobody should ever ask. */
export const listener = 'http://127.0.0.1:{port}';

const entities =
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>&c;';
const outside = `<!DOCTYPE a SYSTEM "${listener}/a.dtd" [<!ENTITY x SYSTEM "${listener}/x"><!ENTITY y SYSTEM "file:///etc/passwd">]>&x;&y;`;

/** What may stand in any text. */
const anyText: readonly string[] = [
  '\0',
  '\ufeff',
  '\u202e',
  '\ud7ff',
  '\u{1f9fe}',
  '０',
  '㈠',
  '|',
  '\t',
  '\n\n\n',
  '/',
];

const labels: readonly string[] = [
  ...[
    '规章',
    '其他',
    '总计',
    '一、',
    '（七）',
    '第二十条第（一）项',
    '行政复议',
    '云溪县2024年政府信息公开工作年度报告',
  ],
  ...['增1558', '251000元', '0/0', '1'.repeat(400), '九'.repeat(400)],
];

export const htmlExtremes: Extremes = {
  marks: [
    ...anyText,
    ...labels,
    '<td colspan="99999999" rowspan="99999999">',
    '<td colspan="-1" rowspan="0">',
    '<td rowspan="65534">规章',
    '<table>',
    '</table>',
    '</tr>',
    '<!--',
    '<script>',
    '<textarea>',
    '<![CDATA[',
    '<svg><foreignObject><math>',
    '<template>',
    '<select><option>',
    '<frameset>',
    '<plaintext>',
    '&#x0;',
    '&#xD800;',
    '&#99999999999;',
    '&nbsp',
    '&amp'.repeat(3000),
    `<base href="${listener}/"><link rel=stylesheet href="a.css"><img src="a.png" srcset="b.png 2x"><iframe src="c"></iframe>`,
    `<script src="${listener}/a.js"></script><object data="${listener}/o"></object><meta http-equiv=refresh content="0;url=${listener}/r">`,
    '<script type="application/json" id="nianbao-report">{"nianbao":1,"report":{}}</script>',
    `<p ${'a '.repeat(3000)}>`,
    `<p style="${'x'.repeat(50_000)}">`,
    '<meta charset="gb18030">',
    '<meta charset="utf-16">',
    '<div style="position:absolute;left:1e9px;top:-1e9px">',
  ],
  openers: [
    ...[
      '<div>',
      '<table><tr><td>',
      '<b>',
      '<font color=a>',
      '<ul><li>',
      '<span style="a">',
      '<td>',
      '<td colspan=1000>规章',
    ],
    ...['<p>', '<a href=x>', '<tr>', '<h1>', '<!--', '<script>', '<select>', '&lt;', '<'],
  ],
};

export const textExtremes: Extremes = {
  marks: [
    ...anyText,
    ...labels,
    '|'.repeat(2000),
    ' '.repeat(2000),
    '\t'.repeat(2000),
    '- 1 -\n',
    '第1页 共9999999页',
    '\f',
    '\r',
  ],
  openers: ['|', '\n', ' ', '\t', '一、', '0\n', '规章\n', '规 ', '1.申请数|件|', '（', '“'],
};

export const csvExtremes: Extremes = {
  marks: [
    ...anyText,
    ...labels,
    ...[
      '"',
      '""',
      '","',
      ';',
      ',\n',
      '\r',
      '=HYPERLINK("http://127.0.0.1:{port}/")',
      "'=1+1",
      ','.repeat(3000),
      '"'.repeat(3000),
    ],
    'agency_id,agency,year,version,format,cell,table,labels_zh,labels_en,unit,state,value,unreadable_text\n',
  ],
  openers: [',', '"', '\n', ',\n', '""', ';', '"a"\n'],
};

export const jsonExtremes: Extremes = {
  marks: [
    ...anyText,
    ...labels,
    ...['{', '}', '[', ']', '"', ',', ':', 'null,', 'true', '1e999', '-', '\\u0000', '\\ud800', '"__proto__":{"a":1},'],
    ...[
      '"facts":{},',
      '"report":{',
      '"year":1e308,',
      '"text":"",',
      '"nianbao":1,',
      '{"unreadable":null}',
      '"digest":"0",',
    ],
  ],
  openers: ['[', '{"a":', '[[],', '{"report":', '"', ',', '\\'],
};

const anyXml: readonly string[] = [
  ...anyText,
  ...labels,
  entities,
  outside,
  ...[
    '&x;',
    '&#0;',
    '&#xFFFFFFFF;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<?xml version="1.0" encoding="utf-16"?>',
    '<a:b:c/>',
    '</a>',
  ],
  `<a ${Array.from({ length: 2000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
  `<a xmlns="${'x'.repeat(5000)}"/>`,
  `<Relationship Id="rId1" Type="x/styles" TargetMode="External" Target="${listener}/styles.xml"/>`,
  `<Relationship Id="rId2" Type="x/image" Target="${listener}/a.png"/>`,
  '<Relationship Id="rId3" Type="x/numbering" Target="../../../../etc/passwd"/>',
  `<Relationship Id="rId4" Type="x/attachedTemplate" TargetMode="External" Target="${listener}/t.dotm"/>`,
];

export const wordExtremes: Extremes = {
  marks: [
    ...anyXml,
    ...[
      '<w:tbl>',
      '</w:tbl>',
      '</w:p>',
      '</w:tc>',
      '</w:tr>',
      '<w:tr/>',
      '<w:tc/>',
      '<w:del>',
      '<w:moveFrom>',
      '<w:sdt>',
    ],
    '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr>',
    '<w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>',
    '<w:trPr><w:gridBefore w:val="2147483647"/><w:gridAfter w:val="2147483647"/></w:trPr>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    '<w:lvl w:ilvl="-1"><w:start w:val="99999999999"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%3%99"/></w:lvl>',
    '<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>',
    '<w:basedOn w:val="a"/>',
    '<w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:{port}/a.docx"/>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDEPICTURE "http://127.0.0.1:{port}/a.png"</w:instrText></w:r>',
    '<w:altChunk r:id="rId1"/>',
    '<w:footnoteReference w:id="1"/>',
    '<w:sym w:font="Wingdings" w:char="FFFFFFFF"/>',
    '<mc:AlternateContent><mc:Choice/><mc:Fallback>',
    `<w:t>${'一'.repeat(20_000)}</w:t>`,
  ],
  openers: [
    ...[
      '<w:tbl><w:tr><w:tc>',
      '<w:p>',
      '<w:p><w:r><w:txbxContent>',
      '<w:sdt><w:sdtContent>',
      '<w:ins>',
      '<w:r>',
      '<w:tc>',
    ],
    ...['<w:p/>', '<w:tr/>', '<w:br/>', '<w:tab/>', '<w:tc><w:p/></w:tc>', '<a>', '&a;', '<w:gridCol w:w="1"/>'],
  ],
};

export const sheetExtremes: Extremes = {
  marks: [
    ...anyXml,
    ...[
      '<c r="XFD1048576"><v>1E308</v></c>',
      '<c t="s"><v>-1</v></c>',
      '<c t="s"><v>99999999999</v></c>',
      '<row r="1048576">',
    ],
    ...[
      '</row>',
      '<row r="0"/>',
      '<row r="-1"/>',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<mergeCell ref="B2:A1"/>',
      '<c r="A0"/>',
    ],
    ...[
      '<cols><col min="1" max="16384" hidden="1"/></cols>',
      '<c r="A1" t="e"><v>#REF!</v></c>',
      '<c r="ZZZZZZ1"><v>1</v></c>',
    ],
    '<c r="A1" s="99999999"><v>45000</v></c>',
    '<c r="A1"><f>WEBSERVICE("http://127.0.0.1:{port}/")</f><v>1</v></c>',
    '<numFmt numFmtId="164" formatCode="#,##0.00;[Red]-#,##0.00;@;yyyy年m月d日"/>',
    `<numFmt numFmtId="0" formatCode="${'0'.repeat(3000)}"/>`,
    `<is><t>${'一'.repeat(20_000)}</t></is>`,
    '<sheet name="x" sheetId="1" r:id="rId1"/>',
    `<externalReference r:id="rId1"/><oleLink r:id="rId1"/><dataConnection url="${listener}/"/>`,
  ],
  openers: [
    ...['<row>', '<row r="1">', '<c>', '<c r="A1">', '<c/>', '<row/>', '<is><t>', '<si><r><t>', '<si/>', '<a>'],
    ...['<mergeCell ref="A1:XFD1048576"/>', '<sheet name="x" sheetId="1" r:id="rId1"/>', '<xf numFmtId="164"/>'],
  ],
};

export const pdfExtremes: Extremes = {
  marks: [
    ...anyText,
    ...[
      'endobj',
      'endstream',
      '1 0 R',
      '<<',
      '>>',
      ']',
      '[',
      '/Length 9',
      '/Kids',
      'stream\n',
      '0000000000',
      '99999999999',
    ],
    ...[
      ' 1 0 obj\n',
      '/Type /Pages',
      '/Count 99999999',
      '/Parent 1 0 R',
      '/Contents 1 0 R',
      '/Filter /LZWDecode',
      '/Predictor 15',
    ],
    ...[
      '/Filter [/ASCIIHexDecode /ASCII85Decode /RunLengthDecode]',
      '/DecodeParms << /Columns 99999999 /Predictor 12 >>',
    ],
    ...[
      '/MediaBox [0 0 1e30 1e30]',
      '/Rotate 45',
      '/UserUnit 1e9',
      '/W [0 99999999 1000]',
      '/DW 1e30',
      '/Encoding /GBK-EUC-H',
    ],
    ...[
      '<0000> <ffff> <0000>\n',
      '<00000000> <ffffffff> <00000000>\n',
      '99999999 beginbfrange\n',
      '0 beginbfchar\n',
      'endbfrange',
    ],
    ...[
      '1 begincidrange <0000> <ffffff> 0 endcidrange\n',
      '<00> <ffffffff> begincodespacerange\n',
      '/GBK-EUC-H usecmap\n',
    ],
    ...[
      ' BT ',
      ' ET ',
      ' q ',
      ' Q ',
      ' /X1 Do ',
      ' 1e9 0 0 1e9 0 0 cm ',
      ' 0 0 0 0 0 0 cm ',
      ' 0 Tf ',
      ' /F9 1e30 Tf ',
      ' Tj ',
      ' TJ ',
    ],
    ...[
      ' 0 0 1e9 1e9 re f ',
      ' 0 0 m 1e9 1e9 l S ',
      ' [1e9 1e-9] 0 d ',
      ' BI /W 99999 /H 99999 ID ',
      ' /Pattern cs /P1 scn ',
      ' 3 Tr ',
    ],
    '/OpenAction << /S /URI /URI (http://127.0.0.1:{port}/) >>',
    '/AA << /O << /S /JavaScript /JS (while(true);) >> >>',
    '/F << /FS /URL /F (http://127.0.0.1:{port}/a) >> /FFilter /FlateDecode',
    '/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 >>',
    '/AcroForm << /XFA 1 0 R >>',
    '/Function << /FunctionType 4 /Domain [0 1] /Range [0 1] >>',
    '/Prev 9',
    '/XRefStm 9',
    `<${'4e00'.repeat(5000)}> Tj\n`,
    `(${'a'.repeat(20_000)}) Tj\n`,
  ],
  openers: [
    ...[
      '[',
      '<<',
      '(',
      '<< /A ',
      ' q',
      ' BT',
      ' /X1 Do',
      '<0000> <ffff> <0000>\n',
      '1 0 R ',
      ' 0 0 m 1 1 l S',
      ' /P <</MCID 0>> BDC',
    ],
    ...[' 0 0 1 1 re W n', '<4e00> Tj ', '[<4e00> 1e9] TJ ', 'null ', '1 ', ' <00> <ff> <00>', '{ ', '%'],
  ],
};

/** Old kinds are only looked at as far as telling what they are. */
export const oldExtremes: Extremes = {
  marks: [
    ...anyText,
    ...['WordDocument', 'Workbook', 'EncryptedPackage', 'PowerPoint Document'].map((name) =>
      Buffer.from(name, 'utf16le').toString('latin1'),
    ),
    ...[
      '{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:{port}/a.png"}}',
      '{\\object\\objdata 0105}',
      '\\bin99999999 ',
    ],
    ...[
      '{\\*\\template http://127.0.0.1:{port}/t.dot}',
      '\\cellx99999999',
      '\\u-99999999?',
      '\\trowd',
      '\\row',
      '}',
      '\\uc99999',
    ],
    ...[
      '<Cell ss:MergeAcross="99999999" ss:Index="99999999"/>',
      '<Row ss:Index="99999999"/>',
      '<w:tbl>',
      '<?mso-application progid="Word.Document"?>',
    ],
    entities,
    outside,
  ],
  openers: [
    '{',
    '{\\rtf1',
    '\\trowd\\cellx1',
    '\\cell',
    '<Row>',
    '<w:tbl><w:tr><w:tc>',
    '<a>',
    '\0\0\0\0',
    '\xff\xff\xff\xff',
  ],
};
