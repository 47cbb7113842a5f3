import { fileURLToPath } from 'node:url';
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Picture } from '../picture.ts';
import type { Fonts } from './fonts.ts';
import { loadFonts } from './fonts.ts';

/** Files that the template reads, by name; they lie beside it in memory only. */
export type LaidFiles = ReadonlyMap<string, Uint8Array>;

export type Typeset =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

const folder = fileURLToPath(new URL('.', import.meta.url));
const template = fileURLToPath(new URL('report.typ', import.meta.url));

/** PDF/A-3 with a tagged structure: made to be kept, and the one level that lets a file carry another of any kind. */
const standard = 'a-3a';

const pictureAlone = `
  #set document(title: "1", date: datetime(year: 2000, month: 1, day: 1))
  #image("picture", alt: "1")
`;

/** A compiler with its fonts; made once, it sets any number of documents, one after the other. */
export class Typesetter {
  readonly coverage: Fonts['coverage'];
  private readonly compiler: NodeCompiler;

  constructor(compiler: NodeCompiler, fonts: Fonts) {
    this.compiler = compiler;
    this.coverage = fonts.coverage;
  }

  set(files: LaidFiles): Typeset {
    return this.compile({ mainFilePath: template }, files);
  }

  /** Whether a picture can be shown at all: it may be broken, or of a kind that the archive format does not allow. */
  shows({ bytes }: Picture): boolean {
    return this.compile({ mainFileContent: pictureAlone }, new Map([['picture', bytes]])).ok;
  }

  private compile(main: CompileDocArgs, files: LaidFiles): Typeset {
    try {
      for (const [name, bytes] of files) this.compiler.mapShadow(`${folder}${name}`, Buffer.from(bytes));
      const compiled = this.compiler.compile(main);
      const document = compiled.result;
      if (document === null) {
        const diagnostics: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
        return { ok: false, reason: JSON.stringify(diagnostics) };
      }
      return { ok: true, bytes: new Uint8Array(this.compiler.pdf(document, { pdfStandard: standard })) };
    } catch (error) {
      return { ok: false, reason: String(error) };
    } finally {
      this.compiler.resetShadow();
      // What the compiler remembers of one report is of no use to the next, and would grow without end.
      this.compiler.evictCache(0);
    }
  }
}

async function loadTypesetter(): Promise<Typesetter | null> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fonts = await loadFonts();
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [...fonts.files] }] });
    return new Typesetter(compiler, fonts);
  } catch {
    return null;
  }
}

let loaded: Promise<Typesetter | null> | undefined;

/** The one typesetter of this thread; null where the compiler or a font cannot be loaded on this machine. */
export function typesetter(): Promise<Typesetter | null> {
  loaded ??= loadTypesetter();
  return loaded;
}
