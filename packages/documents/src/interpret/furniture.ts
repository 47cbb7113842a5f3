/** Lines that a site puts around every text. They are no part of a report, wherever they stand. */
const anywhere: readonly RegExp[] = [
  /^(?:登录|注册|登陆)(?:\s*[|｜/]?\s*(?:登录|注册|登陆))*$/,
  /^(?:您?(?:当前|现在|目前)?(?:的|所在)?位置|您现在的位置|首页)\s*[:：>›»]/,
  /^(?:您)?(?:的)?当前(?:所在)?位置/,
  /^您(?:当前|现在)?所在(?:的)?位置/,
  // Names one below the other. A line of running text may have such signs as well: 占比>50%且>30%，<b>.
  /^[^。；！？，、<&%≥≤=]*[>›»][^。；！？，、<&%≥≤=]{1,30}[>›»][^。；！？，、<&%≥≤=]*$/,
  /^[【[(（]?\s*字[体号]\s*[:：]?/,
  /^[【[(（]?\s*(?:大\s*中\s*小|默认|超大|特大|打印(?:本页|此页)?|关闭(?:窗口|本页)?|返回(?:顶部|上页|首页)?|收藏|纠错|我要纠错|分享(?:到|至)?\s*[:：]?.{0,12})\s*[】\])）]?$/,
  /^(?:点击数|点击量|点击率|点击|浏览次数|浏览量|浏览|阅读(?:次数|量)?|访问(?:次数|量)|访问)\s*[:：]/,
  /^(?:关怀版|无障碍(?:阅读|浏览)?|长者版|适老版|简体|繁体|繁體|English|手机版|网站支持IPv6|智能问答|设为首页|加入收藏|网站地图)(?:\s*[|｜·]?\s*(?:关怀版|无障碍(?:阅读|浏览)?|长者版|适老版|简体|繁体|English|手机版|网站地图|登录|注册))*$/,
  /^(?:上一[篇条页]|下一[篇条页])\s*[:：]?/,
  /^(?:扫一扫|扫描二维码|微信扫|分享到|朗读|语音播报|附件下载|相关链接|友情链接|相关文章|相关阅读)/,
  /^(?:版权所有|主办单位|主办[:：]|承办单位|承办[:：]|技术支持|网站标识码|政府网站标识码|Copyright|©|备案号)/i,
  /ICP备|公网安备|网站标识码/,
  /^Page\s+\d+/,
];

const metadataStart =
  /^(?:发布|公开|发文|成文|生成|索\s*引\s*号|信息索引|来源|信息来源|文章来源|作者|录入|责任编辑|编辑|日期|时间|更新|文\s*号|发文字号|文件编号|主题分类|信息名称|名\s*称|有效性|体裁分类|点击|浏览|访问)[^。，；A-Za-z]{0,12}[:：]/;

/** Whether a line belongs to the page and not to the report. */
export function isFurniture(line: string): boolean {
  return line.length <= 200 && anywhere.some((pattern) => pattern.test(line));
}

/** Whether a line lists facts about the document (发布日期, 索引号, 来源 and the like) as sites do under a title. */
export function isMetadataLine(line: string): boolean {
  return line.length <= 200 && metadataStart.test(line);
}
