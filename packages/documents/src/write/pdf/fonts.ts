import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { addCoverage, FontCoverage } from './font-coverage.ts';

const require = createRequire(import.meta.url);

/** The fonts of the PDF, all under the SIL Open Font Licence; only the glyphs used go into a document. */
const fontFiles = () => [
  require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
];

export interface Fonts {
  readonly files: readonly Buffer[];
  /** What at least one of the two families can show: each stands in for the other. */
  readonly coverage: FontCoverage;
}

export async function loadFonts(): Promise<Fonts> {
  const files = await Promise.all(fontFiles().map((file) => readFile(file)));
  const coverage = new FontCoverage();
  for (const file of files) addCoverage(coverage, file);
  return { files, coverage };
}
