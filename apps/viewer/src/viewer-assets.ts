import { readdirSync, readFileSync } from 'node:fs';

/** The static files of the public site, by name, with the address of its style sheet. */
export interface ViewerAssets {
  readonly stylesheet: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Reads the files that the build made. Throws where there is no build. */
export function builtAssets(folder: URL = new URL('../client/assets/', import.meta.url)): ViewerAssets {
  const names = readdirSync(folder);
  const stylesheet = names.find((name) => name.endsWith('.css'));
  if (stylesheet === undefined)
    throw new Error(`no style sheet in ${folder.pathname}; run the build of @nianbao/viewer`);
  return {
    stylesheet: `/assets/${stylesheet}`,
    files: new Map(names.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))])),
  };
}
