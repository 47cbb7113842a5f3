import type { Text } from '@nianbao/core';
import type { HelpTopic } from '../arguments/command.ts';
import { checkUsage } from './check-usage.ts';
import { exportUsage } from './export-usage.ts';
import { importUsage } from './import-usage.ts';
import { verifyUsage } from './verify-usage.ts';

const all: Text = {
  zh: `用法
  nianbao check   文件或文件夹...   检查年度报告，列出问题
  nianbao import  文件或文件夹... --out 文件夹   读成机器可读的报告（JSON）
  nianbao export  文件或文件夹... --format 格式 --out 路径   写成另一种格式
  nianbao verify  文件...   核验文件有没有被改动、是哪一版
  nianbao rules [--json]     列出全部规则：编号、等级、依据
  nianbao formats [--json]   列出各年度的规定格式

管理一套系统（各有 --help）
  nianbao serve          启动服务
  nianbao migrate        更新数据表
  nianbao seed           写入演示数据
  nianbao backup         备份；nianbao restore 备份文件   恢复到空数据库
  nianbao verify-audit   核验审计记录和公开版本
  nianbao doctor         逐项检查设置和运行条件

能读网页（HTML、MHTML）、Word 和 WPS 文档、Excel 工作簿、PDF（有文字层）、CSV、文本和报告的 JSON；文件夹会逐层查找，也可写 "报告/**/*.html" 这样的样式。
每个命令的选项和例子：nianbao check --help。说明用英文：--lang en。

退出码：0 没有错误；1 有错误或改动；2 有文件读不了（其余照常处理）`,
  en: `Usage
  nianbao check   FILE or FOLDER...   check annual reports and list what is wrong
  nianbao import  FILE or FOLDER... --out FOLDER   read them into machine-readable reports (JSON)
  nianbao export  FILE or FOLDER... --format FORMAT --out PATH   write them in another format
  nianbao verify  FILE...   tell whether a file was altered, and which version it is
  nianbao rules [--json]     lists every rule with its id, severity and basis
  nianbao formats [--json]   lists the prescribed formats and their years

An installation (each has --help)
  nianbao serve          serves the sites and the API
  nianbao migrate        brings the tables up to date
  nianbao seed           fills an empty database with the demonstration
  nianbao backup         backs up; nianbao restore BACKUP   restores into an empty database
  nianbao verify-audit   verifies the audit trail and what is published
  nianbao doctor         looks at what is configured and whether it works

Web pages (HTML, MHTML), documents of Word and WPS, workbooks of Excel, PDFs with a text layer, CSV, text and reports as
JSON are read; folders are searched to the bottom, and patterns such as "reports/**/*.html" work. Options and examples of each command: nianbao check --help.

Exit code: 0 no errors; 1 errors or alterations found; 2 a file could not be read (the others are still done)`,
};

/** What `--help` says, of everything or of one command. */
export const usage: Readonly<Record<HelpTopic, Text>> = {
  all,
  check: checkUsage,
  import: importUsage,
  export: exportUsage,
  verify: verifyUsage,
};
