import type { Text } from '@nianbao/core';

export const exportUsage: Text = {
  zh: `用法  nianbao export [选项] 文件或文件夹... --format 格式 --out 路径

凡是 check 能读的，都可以写成另一种格式。写出的文件内附机器可读的报告，可以用 verify 核验。

  --format 格式   docx、pdf、xlsx、html、csv、json；
                  campaign 把全部报告汇集成一个工作簿，parquet 汇集成 facts、reports 两张表
  --out 路径      一份时写文件名；多份时写文件夹（以 / 结尾，或已有的文件夹）；
                  campaign 写文件名，parquet 写文件夹
  --resume 文件   把写出的记在这个文件里；中断后再运行同一条命令，从断处接着写
  --jobs N        同时处理几份（默认为处理器核数）
  --progress      不在终端时，也每隔几秒报告进度
  --lang zh|en    说明用的语言

例子
  nianbao export 年报.html --format json --out 年报.json
  nianbao export 全县年报/ --format docx --out 导出/
  nianbao export 全县年报/ --format campaign --out 全县汇总.xlsx

退出码：0 全部写出；2 有文件读不了或写不出`,
  en: `Usage  nianbao export [OPTIONS] FILE or FOLDER... --format FORMAT --out PATH

Writes anything that check reads in another format. What is written carries the machine-readable report inside, so that
verify can judge it.

  --format FORMAT   docx, pdf, xlsx, html, csv or json;
                    campaign takes all reports into one workbook, parquet into the tables facts and reports
  --out PATH        a file for one report; a folder for many (it ends with / or is there already);
                    a file for campaign, a folder for parquet
  --resume FILE     keep what is written in this file; run the same command again to go on after an interruption
  --jobs N          files worked on at a time (default: the number of cores)
  --progress        tell every few seconds how far it is where there is no terminal
  --lang zh|en      language of what it says

Examples
  nianbao export report.html --format json --out report.json
  nianbao export county/ --format docx --out exported/
  nianbao export county/ --format campaign --out county.xlsx

Exit code: 0 all written; 2 a file could not be read or written`,
};
