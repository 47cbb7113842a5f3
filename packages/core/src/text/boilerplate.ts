/** Sentences that every such report has, whoever wrote it: likeness in them means nothing. */
export const boilerplate: readonly RegExp[] = [
  /^(?:根据|按照|依据|依照).{0,80}(?:条例|通知|要求|规定).{0,60}(?:编制|公布|报告如下|制定本报告)/,
  /统计期限|数据.{0,12}(?:从|自).{0,16}(?:至|到)/,
  /如(?:对|有).{0,20}(?:疑问|问题|意见).{0,12}(?:联系|咨询)/,
  /电子版.{0,30}(?:下载|查阅)/,
  /^(?:本)?(?:年度)?报告.{0,20}(?:由|包括).{0,120}部分/,
  /习近平|党的(?:十九|二十)大|以人民为中心|公开为(?:常态|原则|例外)/,
  /勾稽关系/,
  /^(?:本年度|我.{1,3}|目前)?(?:无|没有)(?:其他)?(?:需要)?(?:报告|说明)?(?:的)?(?:事项|情况)?$/,
  /未(?:收到|发生|收取).{0,30}(?:申请|复议|诉讼|费)/,
];

/** True where a sentence is common to all reports. */
export const isBoilerplate = (sentence: string): boolean => boilerplate.some((pattern) => pattern.test(sentence));
