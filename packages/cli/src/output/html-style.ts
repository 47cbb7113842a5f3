/** The look of the report page: black on white, one blue, vermilion for errors; it prints as it is. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --rule: #c8c8c8; --soft: #595959; --error: #b3261e; --warning: #7a5200; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --paper: #161616; --rule: #4a4a4a; --soft: #b0b0b0; --error: #ff8a7a; --warning: #f0c060; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 24px; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.375rem; margin-top: 40px; } h3 { font-size: 1.125rem; margin: 32px 0 4px; }
table { width: 100%; border-collapse: collapse; margin: 8px 0 24px; }
caption { text-align: start; font-weight: 600; padding: 8px 0; }
th, td { border: 1px solid var(--rule); padding: 4px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.summary { width: auto; min-width: 50%; } .summary th[scope="row"] { font-weight: 400; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
.summary thead th:not(:first-child) { text-align: end; }
td:first-child { white-space: nowrap; }
.error td:first-child, .unreadable h3 { color: var(--error); font-weight: 600; } .warning td:first-child { color: var(--warning); }
.file, footer, code { color: var(--soft); } .file { margin: 0; overflow-wrap: anywhere; } td p { margin: 4px 0 0; } q { display: block; color: var(--soft); }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; }
  main { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } h3 { break-after: avoid; }
}
`;
