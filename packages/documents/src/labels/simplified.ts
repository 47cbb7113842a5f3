import { createRequire } from 'node:module';

/**
 * Characters that only Traditional text has, chosen from the words of these reports. They decide whether the large
 * conversion table is loaded at all.
 */
const traditional =
  /[這個們來為開關總數據請項規範處罰許機構國發況辦報獲織務應當復議訴訟審結維轉類屬別單達動製認證門間題業產區縣鄉鎮環衛團體財經濟檔號於從與將設續給統計說訊對減決條強費採購額廢現萬問進無補繳納組會穩護權內過執詢沒後確訪舉繼糾損該錯錄冊陸頁閉頂點擊瀏覽閱讀懷礙長適簡網圖掃碼語載鏈術標識備時責編輯稱廳員館隊聯協學蘇創戶眾聞園負領導監臺農稅資態]/;

type Converter = (text: string) => string;
let converter: Converter | null = null;

function load(): Converter {
  const require = createRequire(import.meta.url);
  const opencc: { Converter(options: { from: string; to: string }): Converter } = require('opencc-js');
  return opencc.Converter({ from: 'tw', to: 'cn' });
}

/** Whether a text is written in Traditional characters. */
export function isTraditional(text: string): boolean {
  return traditional.test(text);
}

/**
 * The text in Simplified characters; text that is Simplified already comes back as it is. Pages that convert characters
 * often convert words as well, and 信息 is the one that titles and labels are known by.
 */
export function toSimplified(text: string): string {
  if (!traditional.test(text)) return text;
  converter ??= load();
  return converter(text).replaceAll('资讯', '信息');
}
