import type { Text } from '@nianbao/core';

export const verifyUsage: Text = {
  zh: `用法  nianbao verify [选项] 文件...

核验由本软件写出的文件：显示的数和文字与内附的报告是否一致，改了哪一格、哪一段；是哪一版。

  --against 网址   与公开的报告比对：公开报告页或它的 .json（只取 JSON，20 秒、20 MB 为限）
  --json           每份一行 JSON
  --resume 文件    把完成的记在这个文件里；中断后再运行同一条命令，从断处接着做
  --jobs N         同时处理几份（默认为处理器核数）
  --progress       不在终端时，也每隔几秒报告进度
  --lang zh|en     说明用的语言

例子
  nianbao verify 年报.pdf
  nianbao verify 年报.pdf --against https://nianbao.example.gov.cn/agencies/1/2025

退出码：0 未改动；1 有改动，或不是公开发布的版本；2 没有可核验的内容，或读不了`,
  en: `Usage  nianbao verify [OPTIONS] FILE...

Judges documents that this program wrote: whether the figures and words that they show are those of the report inside,
which cell or passage was altered, and which version it is.

  --against URL   compare with what is published: the public page or its .json (JSON only, 20 seconds, 20 MB at most)
  --json          a line of JSON for each file
  --resume FILE   keep what is done in this file; run the same command again to go on after an interruption
  --jobs N        files worked on at a time (default: the number of cores)
  --progress      tell every few seconds how far it is where there is no terminal
  --lang zh|en    language of what it says

Examples
  nianbao verify report.pdf
  nianbao verify report.pdf --against https://nianbao.example.gov.cn/agencies/1/2025

Exit code: 0 unaltered; 1 altered, or not a published version; 2 nothing inside to verify, or not readable`,
};
