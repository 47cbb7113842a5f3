/** Colour themes; `system` follows the reader's own setting of light or dark. Set as `data-theme` on the root element. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Sizes of type and space. Set as `data-text` on the root element. */
export const textSizes = ['normal', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

/** What a reader chose for the look of the pages. */
export interface Appearance {
  readonly theme: Theme;
  readonly textSize: TextSize;
}

/** Reads a choice from outside; anything unknown is the default. */
export function appearanceFrom(theme: string | undefined, textSize: string | undefined): Appearance {
  return {
    theme: themes.find((known) => known === theme) ?? 'system',
    textSize: textSizes.find((known) => known === textSize) ?? 'normal',
  };
}
