import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const settingsSchema = z.strictObject({
  /** Password of the embedded PostgreSQL. */
  password: z.string().min(20),
  /** Its port, kept so that tools find it again. */
  port: z.int().min(0).max(65_535),
  /** Signs the session cookies. */
  secret: z.string().min(32),
});

/** What a data folder remembers between starts. */
export type DataFolderSettings = z.infer<typeof settingsSchema>;

export interface DataFolder {
  readonly path: string;
  readonly cluster: string;
  readonly settings: DataFolderSettings;
  remember(changes: Partial<DataFolderSettings>): void;
}

/** What a data folder remembers; null for a folder that no server has made yet. */
export function readDataFolder(path: string): DataFolderSettings | null {
  const file = join(resolve(path), 'settings.json');
  return existsSync(file) ? settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Opens a data folder, making it with new random secrets on first use. Its secrets are readable by the owner only. */
export function openDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'settings.json');
  const write = (settings: DataFolderSettings) => {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  };
  if (!existsSync(file)) {
    write({ password: randomBytes(24).toString('hex'), port: 0, secret: randomBytes(32).toString('hex') });
  }
  let settings = settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    path: folder,
    cluster: join(folder, 'postgres'),
    get settings() {
      return settings;
    },
    remember(changes) {
      settings = { ...settings, ...changes };
      write(settings);
    },
  };
}
