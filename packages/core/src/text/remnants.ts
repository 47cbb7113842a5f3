/** What a template leaves behind when it is not filled in, as patterns over folded text. */
export interface Remnant {
  readonly id: string;
  readonly phrase: RegExp;
}

const counted =
  '(?:年|月|日|号|件|条|次|项|个|份|篇|期|场|局|镇|乡|县|市|区|省|街道|办|委|厅|单位|部门|同志|人|万元|元|%)';

export const remnants: readonly Remnant[] = [
  { id: 'placeholder', phrase: /(?<![A-Za-z\d/._@-])(?:[XＸ]{2,}|[×✕✖╳]{2,}|[○◯●□■]{2,})(?![A-Za-z\d/._@-])/g },
  { id: 'placeholder', phrase: new RegExp(`(?<![A-Za-z\\d/._@-])(?:x{2,}|[Xx×](?=[年月日]))(?=${counted})`, 'g') },
  { id: 'blank', phrase: /[_＿]{3,}(?=[年月日件条次项个份篇期场万元%，。；）]|$)/g },
  { id: 'instruction', phrase: /(?:该|本|此)部分(?:内容)?以表格形式报告[。，]?(?:表格如下)?/g },
  {
    id: 'instruction',
    phrase:
      /[（【〔〈]?(?:此处|在此|请在此|请在此处|请)(?:填写|填入|输入|插入|补充|描述|说明)[^。，；\n]{0,30}?[）】〕〉]|[（【〔](?:文字描述|文字说明|简要描述|根据实际(?:情况)?填写|如实填写|按实际填写|填报单位|填写单位|单位名称|填报说明|示例|样例|单位全称)[^）】〕]{0,40}[）】〕]/g,
  },
  {
    id: 'instruction',
    phrase:
      /[（【〔][^）】〕\n]{0,20}(?:删除本(?:段|行|提示)|仅供参考|填写时请删除|字数(?:不超过|控制在|要求)\d+字?)[^）】〕\n]{0,20}[）】〕]/g,
  },
  { id: 'template', phrase: /年度报告(?:格式)?(?:模[板版]|范本|样[本式]|参考格式)/g },
];
