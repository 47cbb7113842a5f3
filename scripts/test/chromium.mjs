// Finds Chromium and a Chinese font for the browser journeys, or installs both where that can be done.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(executable);
}

function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named && executable(named)) return named;
  return names.map(onPath).find((file) => file !== undefined);
}

const hasChineseFont = () => (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

function apt(...args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', ['-qq', '-o', 'Acquire::Retries=3', ...args], { env: environment, encoding: 'utf8' })
      .status === 0
  );
}

const advice =
  'Chromium and a Chinese font are needed for the browser journeys: install the packages chromium and fonts-noto-cjk (Debian), or name a browser in CHROMIUM_PATH.';

/** The path of a Chromium that can show Chinese. Throws with what to install where there is none and none can be had. */
export function findChromium() {
  const found = installed();
  if (found !== undefined && hasChineseFont()) return found;
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) throw new Error(advice);
  console.log('Installing chromium and fonts-noto-cjk for the browser journeys …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
  const now = installed();
  if (now === undefined || !hasChineseFont()) throw new Error(advice);
  return now;
}
