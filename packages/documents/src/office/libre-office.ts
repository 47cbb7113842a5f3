import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBounded } from './run-bounded.ts';

/** Old kinds of files: the ending of a name under which LibreOffice opens them, and what they are turned into. */
export const oldKinds = {
  doc: { ending: 'doc', into: 'docx' },
  xls: { ending: 'xls', into: 'xlsx' },
  rtf: { ending: 'rtf', into: 'docx' },
  wordXml: { ending: 'xml', into: 'docx' },
  excelXml: { ending: 'xml', into: 'xlsx' },
} as const;

export type OldKind = keyof typeof oldKinds;

export type Conversion =
  | { readonly kind: 'converted'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed' };

/** The longest that one file may take, in milliseconds; a report takes some seconds. */
const timeLimit = 90_000;
const usualPlaces = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where LibreOffice is on this machine, or null. `searchPath` is a list of folders as in PATH. */
export function findLibreOffice(searchPath: string | undefined = process.env.PATH): string | null {
  if (process.platform === 'win32') return null;
  const inPath = (searchPath ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...inPath.map((folder) => join(folder, 'soffice')), ...usualPlaces].find(isProgram) ?? null;
}

/** Settings of the profile that a conversion runs in: no macros, no active content, no links followed, no network. */
const settings: readonly (readonly [path: string, name: string, value: string])[] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
];

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;

/**
 * Turns a file of an old kind into one that this package reads, with LibreOffice where it is on the machine. Each
 * conversion has a fresh folder and profile to itself, and nothing of it is left afterwards.
 */
export async function convertOffice(bytes: Uint8Array, from: string, to: string): Promise<Conversion> {
  const program = findLibreOffice();
  if (program === null) return { kind: 'absent' };
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-convert-'));
  try {
    const home = join(folder, 'profile');
    await mkdir(join(home, 'user'), { recursive: true });
    await writeFile(join(home, 'user', 'registrymodifications.xcu'), profile);
    const input = join(folder, `input.${from}`);
    await writeFile(input, bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(home).href}`,
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--convert-to', to],
      ...['--outdir', join(folder, 'out'), input],
    ];
    if (!(await runBounded(program, args, { folder, timeLimit }))) return { kind: 'failed' };
    return { kind: 'converted', bytes: await readFile(join(folder, 'out', `input.${to}`)) };
  } catch {
    return { kind: 'failed' };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
