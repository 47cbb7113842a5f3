import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carry, writeReport } from '@nianbao/documents';
import { convertOffice, findLibreOffice } from '@nianbao/documents/machine';
import { demoAgencies } from '../demo/agencies.ts';
import { demoReport } from '../demo/reports.ts';
import type { Check } from './check.ts';
import { bad, note, unset, well } from './check.ts';

const oldestNode = 24;
const appsFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder itself, or the nearest one above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
const little = 1e9;
const tooLittle = 100e6;

export const checksOfMachine: readonly Check[] = [
  {
    id: 'node',
    title: { zh: 'Node', en: 'Node' },
    async look() {
      const { version } = process;
      const major = Number(/\d+/.exec(version)?.[0]);
      if (major >= oldestNode) return well(version, version);
      return bad(`${version}，需要 ${oldestNode} 或更高`, `${version}: ${oldestNode} or later is needed`);
    },
  },
  {
    id: 'data',
    title: { zh: '数据文件夹', en: 'data folder' },
    async look({ config }) {
      const folder = resolve(config.dataFolder);
      const there = nearest(folder);
      try {
        accessSync(there, constants.W_OK);
        const probe = await mkdtemp(join(there, '.nianbao-doctor-'));
        await writeFile(join(probe, 'probe'), 'probe').finally(() => rm(probe, { recursive: true, force: true }));
      } catch {
        return bad(`${there} 不能写入`, `${there} cannot be written to`);
      }
      const { bavail, bsize } = await statfs(there);
      const free = bavail * bsize;
      const made = there === folder ? ['', ''] : ['（启动时建立）', ' (made at the start)'];
      const words = [
        `${folder}${made[0]}，可写，剩余 ${gigabytes(free)}`,
        `${folder}${made[1]}, writable, ${gigabytes(free)} free`,
      ] as const;
      return free < tooLittle ? bad(...words) : free < little ? note(...words) : well(...words);
    },
  },
  {
    id: 'sites',
    title: { zh: '页面', en: 'sites' },
    async look() {
      const missing = [
        ['admin', `${appsFolder}admin/dist/index.html`],
        ['viewer', `${appsFolder}viewer/dist/server/index.js`],
      ].flatMap(([name = '', file = '']) => (existsSync(file) ? [] : [name]));
      if (missing.length === 0) return well('填报审核和公开网站已构建', 'admin and public site are built');
      const names = missing.join(', ');
      return bad(`${names} 尚未构建，请运行 npm run setup`, `${names} not built: run npm run setup`);
    },
  },
  {
    id: 'pdf',
    title: { zh: '写 PDF', en: 'writing PDF' },
    async look() {
      const [agency] = demoAgencies;
      if (agency === undefined) return bad('没有样例', 'no sample');
      const start = performance.now();
      const pdf = await writeReport('pdf', carry(demoReport(agency, 2025), null));
      const ms = Math.round(performance.now() - start);
      const isPdf = Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-';
      if (!isPdf) return bad('写出的不是 PDF', 'what was written is no PDF');
      return well(`写出 ${pdf.byteLength} 字节，${ms} 毫秒`, `${pdf.byteLength} bytes written in ${ms} ms`);
    },
  },
  {
    id: 'libreOffice',
    title: { zh: '旧文档（DOC、XLS、RTF）', en: 'older documents (DOC, XLS, RTF)' },
    async look() {
      const program = findLibreOffice();
      if (program === null) {
        return unset('没有 LibreOffice，旧格式读不了', 'no LibreOffice: older kinds of files cannot be read');
      }
      const outcome = await convertOffice(Buffer.from('{\\rtf1\\ansi nianbao\\par}'), 'rtf', 'docx');
      if (outcome.kind === 'converted') return well(`${program} 可用`, `${program} works`);
      return note(`${program} 转换失败`, `${program} does not convert`);
    },
  },
];
