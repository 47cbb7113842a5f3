import { parseHtml } from '@nianbao/ui/testing';
import { fileKinds } from '../site/address.ts';
import { createViewer } from '../viewer.ts';
import type { ViewerData } from '../viewer-data.ts';
import { demoData } from './demo-data.ts';

const assets = { stylesheet: '/assets/site.css', files: new Map([['site.css', new TextEncoder().encode('body {}')]]) };

/** The site over some data, the demonstration's where none is given, with what its pages parse to. */
export function openViewer(data: Partial<ViewerData> = {}) {
  const errors: Error[] = [];
  const viewer = createViewer(
    { ...demoData, ...data },
    { assets, files: fileKinds, onError: (error) => errors.push(error) },
  );
  const open = async (path: string, init?: RequestInit) => viewer.request(path, init);
  const read = async (path: string, init?: RequestInit) => parseHtml(await (await open(path, init)).text());
  return { open, read, errors };
}
