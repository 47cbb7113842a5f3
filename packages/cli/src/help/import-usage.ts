import type { Text } from '@nianbao/core';

export const importUsage: Text = {
  zh: `用法  nianbao import [选项] 文件或文件夹... --out 文件夹

把报告读成机器可读的 JSON，每份一个文件，以机关和年度命名；同一机关同一年度有两份的，都保留并说明。
文件夹里的 import.ndjson 每份一行：来源、把握、问题数、不确定的数在哪里。再次运行时，没有变过的不重读。

  --out 文件夹    写到哪里（没有则新建）
  --jobs N        同时处理几份（默认为处理器核数）
  --progress      不在终端时，也每隔几秒报告进度
  --lang zh|en    说明用的语言

例子
  nianbao import 历年年报/ --out 数据

退出码：0 没有错误；1 有的报告有错误；2 有文件读不了`,
  en: `Usage  nianbao import [OPTIONS] FILE or FOLDER... --out FOLDER

Reads reports into machine-readable JSON, a file each, named for agency and year; where two files give the same agency
and year, both are kept and it is said. import.ndjson in the folder has a line for each: where it came from, how sure its
reading is, how many findings, and where uncertain figures stand. Run again, it reads only what has changed.

  --out FOLDER    where to write to (made where it is not there)
  --jobs N        files worked on at a time (default: the number of cores)
  --progress      tell every few seconds how far it is where there is no terminal
  --lang zh|en    language of what it says

Example
  nianbao import archive/ --out data

Exit code: 0 no errors; 1 reports with errors; 2 a file could not be read`,
};
