import { spawn } from 'node:child_process';
import { findChromium, hasChineseFont, programOnPath } from '../browser/chromium.ts';

const advice =
  'The browser journeys need Chromium and a Chinese font: install the packages chromium and fonts-noto-cjk (their names on Debian), or name a Chromium in CHROMIUM_PATH.';

function aptGet(...args: string[]): Promise<boolean> {
  const child = spawn('apt-get', ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function install(): Promise<void> {
  console.log('  installing Chromium and fonts-noto-cjk for the browser journeys …');
  // Older systems have the whole browser only.
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    await aptGet('update');
    const packages = [browser, 'fonts-noto-cjk', 'fontconfig'];
    if (await aptGet('install', '-y', '--no-install-recommends', ...packages)) return;
  }
}

function ready(): string | null {
  return hasChineseFont() ? findChromium() : null;
}

/**
 * The path of a Chromium that can show Chinese; where there is none, installs it if this is root with apt-get.
 * Throws with a sentence on what to install where that cannot be done.
 */
export async function ensureChromium(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && findChromium() === null) {
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program that can be run: correct it, or leave it out.`);
  }
  if (ready() === null && isRoot && programOnPath('apt-get') !== null) await install();
  const file = ready();
  if (file === null) throw new Error(advice);
  return file;
}
