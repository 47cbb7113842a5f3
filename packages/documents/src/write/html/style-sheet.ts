/** The style of a page of its own. Pasted without it, headings, tables and text still read as what they are. */
export const styleSheet = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 17px/1.9 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
.nianbao { max-width: 960px; margin: 0 auto; padding: 32px 20px; }
.nianbao h1 { font-size: 28px; line-height: 1.5; text-align: center; margin: 0 0 12px; }
.nianbao h1 span { display: inline-block; text-wrap: balance; }
.nianbao h2 { font-size: 21px; line-height: 1.5; margin: 36px 0 8px; }
.nianbao h3 { font-size: 18px; margin: 20px 0 4px; }
.nianbao h4, .nianbao h5 { font-size: 17px; margin: 16px 0 4px; }
.nianbao p { margin: 0 0 8px; text-indent: 2em; overflow-wrap: anywhere; }
.nianbao li { overflow-wrap: anywhere; }
.nianbao .facts { text-align: center; text-indent: 0; font-size: 15px; color: #4a4a4a; margin-bottom: 24px; }
.nianbao .facts span { display: inline-block; }
.nianbao .draft { border: 2px solid #b3261e; color: #b3261e; font-weight: bold; text-align: center; padding: 4px; margin-bottom: 24px; }
.nianbao .table { overflow-x: auto; margin: 12px 0 20px; }
.nianbao .table:focus-visible { outline: 2px solid #1f4e8c; outline-offset: 2px; }
.nianbao table { border-collapse: collapse; width: 100%; font-size: 15px; line-height: 1.5; font-variant-numeric: tabular-nums; }
.nianbao caption { text-align: left; padding: 4px 0; font-size: 15px; color: #4a4a4a; }
.nianbao th, .nianbao td { border: 1px solid #333; padding: 6px 8px; font-weight: normal; text-align: center; vertical-align: middle; }
.nianbao th[scope^="row"], .nianbao .note, .nianbao .band th, .nianbao .bands th:first-child { text-align: left; }
.nianbao .band th { background: #dce6f1; }
.nianbao .bands { min-width: 520px; }
.nianbao .matrix { min-width: 920px; }
.nianbao .groups { min-width: 860px; }
.nianbao .matrix th[scope="rowgroup"] { min-width: 3em; }
.nianbao .matrix th[scope="row"] { min-width: 11em; }
.nianbao .groups th, .nianbao .groups td { padding: 6px 4px; }
.nianbao figure { margin: 12px 0; text-align: center; }
.nianbao img { max-width: 100%; height: auto; }
.nianbao .signature { margin-top: 32px; }
.nianbao .signature p { text-align: right; text-indent: 0; }
.version { max-width: 960px; margin: 0 auto; padding: 0 20px 32px; font-size: 14px; color: #4a4a4a; overflow-wrap: anywhere; }
.version p { margin: 0; }
@media (min-width: 720px), print {
  .nianbao > p:not(.facts) { text-align: justify; }
}
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { font: 16pt/29pt FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, "Noto Serif CJK SC", serif; color: #000; }
  .nianbao, .version { max-width: none; padding: 0; }
  .nianbao h1 { font: bold 22pt/35pt "FZXiaoBiaoSong-B05S", 方正小标宋简体, STZhongsong, SimSun, serif; }
  .nianbao h2 { font: 16pt/29pt SimHei, 黑体, sans-serif; margin: 0; text-indent: 2em; }
  .nianbao h3 { font: 16pt/29pt KaiTi_GB2312, 楷体_GB2312, KaiTi, serif; margin: 0; text-indent: 2em; }
  .nianbao h4, .nianbao h5 { font-size: 16pt; line-height: 29pt; margin: 0; text-indent: 2em; }
  .nianbao p { margin: 0; }
  .nianbao .table { overflow: visible; }
  .nianbao table { font: 9pt/1.4 SimSun, 宋体, "Noto Serif CJK SC", serif; }
  .nianbao .bands { min-width: 0; font-size: 10.5pt; }
  .nianbao .matrix, .nianbao .groups { min-width: 0; }
  .nianbao th, .nianbao td { padding: 2pt; border-color: #000; }
  .nianbao .matrix th[scope] { min-width: 0; }
  .nianbao .matrix th[scope="row"] { min-width: 9em; }
  .nianbao .band th { print-color-adjust: exact; }
  h1, h2, h3, h4, h5, caption, thead { break-after: avoid; }
  tr, img { break-inside: avoid; }
  .version { margin-top: 12pt; font: 9pt/1.4 SimSun, 宋体, "Noto Serif CJK SC", serif; color: #000; }
}
`.trim();
