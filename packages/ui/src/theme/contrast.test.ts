import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colour tokens of each block of the style sheet that sets a ground, in order of appearance. */
const palettes = [...css.matchAll(/([^{}]+)\{([^{}]*--nb-ground:[^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
  theme: /data-theme=['"](\w+)/.exec(selector)?.[1] ?? '',
  colour: new Map([...body.matchAll(/--nb-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex])),
}));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'ground-quiet', 'selected-ground', 'action-ground'];
const readable: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', [...grounds, 'error-ground', 'warning-ground', 'notice-ground', 'success-ground']],
  ['ink-quiet', grounds],
  ['action', grounds],
  ['action-ink', ['action']],
  ['seal-ink', ['seal']],
  ['error', ['ground', 'ground-quiet', 'error-ground', 'selected-ground']],
  ['warning', ['ground', 'ground-quiet', 'warning-ground', 'selected-ground']],
  ['notice', ['ground', 'ground-quiet', 'notice-ground', 'selected-ground']],
  ['success', ['ground', 'ground-quiet', 'success-ground', 'selected-ground']],
];

describe.each(palettes)('the theme $theme', ({ theme, colour }) => {
  const at = (name: string) => colour.get(name) ?? '';
  const least = theme === 'contrast' ? 7 : 4.5;

  it.each(readable.flatMap(([ink, on]) => on.map((ground) => [ink, ground] as const)))(
    '%s can be read on %s',
    (ink, ground) => {
      expect(contrast(at(ink), at(ground))).toBeGreaterThanOrEqual(least);
    },
  );

  it.each(['control-rule', 'focus'])('%s stands out from the ground', (edge) => {
    expect(contrast(at(edge), at('ground'))).toBeGreaterThanOrEqual(3);
  });
});

it('sets every theme, and dark the same whether asked for or by the system', () => {
  expect(palettes.map(({ theme }) => theme)).toEqual(['light', 'system', 'dark', 'contrast']);
  expect(palettes[1]?.colour).toEqual(palettes[2]?.colour);
});
