import type { Text } from '@nianbao/core';

export const checkUsage: Text = {
  zh: `用法  nianbao check [选项] 文件或文件夹...

检查已发布的年度报告，按输入的顺序逐份列出问题；一份读不了，其余照常检查。

  --format 格式            text（默认）、json（每份一行）、csv（每个问题一行）、html（一页报告）、sarif、junit
  --json                   同 --format json
  --out 文件               写到文件，不写到标准输出
  --stage 阶段             按哪个阶段要求：draft 草稿、import 导入、publication 已发布（默认）
  --max-findings N         每份文件每条规则最多列 N 个问题，0 为全部（默认 100，json 为全部）
  --max-findings-total N   全部文件合计最多列 N 个问题；未列出的会说明个数
  --summary                只要汇总：按规则、按机关（text 或 json）
  --resume 文件            把完成的记在这个文件里；中断后再运行同一条命令，从断处接着做
  --jobs N                 同时处理几份（默认为处理器核数）
  --progress               不在终端时，也每隔几秒报告进度
  --lang zh|en             说明用的语言

例子
  nianbao check 年报.html
  nianbao check 全县年报/ --format html --out 检查结果.html
  nianbao check "网站/**/*.html" --format csv --out 问题.csv --resume 检查.journal
  nianbao check 全县年报/ --summary

退出码：0 没有错误；1 有错误；2 有文件读不了`,
  en: `Usage  nianbao check [OPTIONS] FILE or FOLDER...

Checks published annual reports and lists what is wrong with each, in the order given; a file that cannot be read does
not stop the others.

  --format FORMAT          text (the default), json (a line a file), csv (a line a finding), html (one page), sarif, junit
  --json                   the same as --format json
  --out FILE               write to a file instead of standard output
  --stage STAGE            by which stage's demands: draft, import or publication (the default)
  --max-findings N         at most N findings of one rule in one file, 0 for all (default 100; json: all)
  --max-findings-total N   at most N findings in all; how many are left out is told
  --summary                the sums alone, by rule and by agency (text or json)
  --resume FILE            keep what is done in this file; run the same command again to go on after an interruption
  --jobs N                 files worked on at a time (default: the number of cores)
  --progress               tell every few seconds how far it is where there is no terminal
  --lang zh|en             language of what it says

Examples
  nianbao check report.html
  nianbao check county/ --format html --out findings.html --lang en
  nianbao check "sites/**/*.html" --format csv --out findings.csv --resume check.journal
  nianbao check county/ --summary

Exit code: 0 no errors; 1 errors found; 2 a file could not be read`,
};
