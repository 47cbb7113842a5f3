/** What is said of documents to take away. */
export const zhDownloads = {
  open: '下载',
  hints: {
    docx: 'Word、WPS，可编辑',
    pdf: '版式文件，适合打印、存档',
    xlsx: 'Excel，合计为公式',
    html: '网页，适合粘贴到网站',
    csv: '每项数据一行',
    json: '完整数据，可再导入',
  },
} as const;
