import { resolve } from 'node:path';

/** A path as the person means it: from the folder that they are in, not the one that npm runs scripts in. */
export const fromStart = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** What a backup is called where nobody says: `nianbao-20260120-020000.tar.gz`, by the time of the world. */
export function usualBackupName(now: Date): string {
  const [day = '', time = ''] = now
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z$/g, '')
    .split('T');
  return `nianbao-${day}-${time}.tar.gz`;
}
