/// <reference path="./pdfjs-worker.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OperatorNames } from './content-reader.ts';
import { ContentReader } from './content-reader.ts';
import { InProcessPort } from './in-process-port.ts';
import type { PageMarks } from './page-marks.ts';
import { isFontProgram, isRecord } from './parser-messages.ts';

/** Why a PDF was given up. */
export type PdfTrouble = 'password' | 'broken' | 'tooLong' | 'tooMuch';

export class PdfTroubleError extends Error {
  override readonly name = 'PdfTroubleError';
  readonly trouble: PdfTrouble;

  constructor(trouble: PdfTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What a PDF may come to before it is given up. */
export interface PdfLimits {
  /** More pages than any annual report has, with what is bound together with it. */
  readonly pages: number;
  /** Messages from the parser, each of about a thousand operators. */
  readonly messages: number;
  readonly glyphs: number;
  readonly milliseconds: number;
}

export const pdfLimits: PdfLimits = { pages: 300, messages: 2000, glyphs: 1_000_000, milliseconds: 15_000 };

const largestAttachment = 8 * 1024 * 1024;
/** The name under which documents carry their machine-readable report. */
const carriedName = 'nianbao-report.json';

const parts = () =>
  Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);

/** The folder of the package in which what PDFs may take as given lies: character maps and standard fonts. */
const folder = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name) + sep;

/** One PDF that is open. It never draws, never runs what the file brings along and never goes to the network. */
export class PdfSession {
  readonly #document: PDFDocumentProxy;
  readonly #names: OperatorNames;
  readonly #deadline: number;
  readonly #limits: PdfLimits;
  readonly #stopped: Promise<never>;
  #glyphs = 0;

  private constructor(given: {
    readonly document: PDFDocumentProxy;
    readonly names: OperatorNames;
    readonly deadline: number;
    readonly limits: PdfLimits;
    readonly stopped: Promise<never>;
  }) {
    this.#document = given.document;
    this.#names = given.names;
    this.#deadline = given.deadline;
    this.#limits = given.limits;
    this.#stopped = given.stopped;
  }

  /** Opens a PDF, gives it to `use`, and closes it whatever comes of that. Throws PdfTroubleError alone. */
  static async use<Result>(
    bytes: Uint8Array,
    use: (session: PdfSession) => Promise<Result>,
    limits: PdfLimits = pdfLimits,
  ): Promise<Result> {
    const [{ getDocument, OPS, PasswordException, PDFWorker }, { WorkerMessageHandler }] = await parts();
    const deadline = performance.now() + limits.milliseconds;
    const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
    stopped.catch(() => undefined);
    let messages = 0;
    let isStopped = false;
    const giveUp = () => {
      isStopped = true;
      stop(new PdfTroubleError('tooMuch'));
    };
    // For a parser that waits for something that never comes; one that is busy is stopped between its messages.
    const timer = setTimeout(giveUp, limits.milliseconds);
    const { main, worker: workerPort } = InProcessPort.pair({
      // A parser that is stopped within a page hears of its end alone and waits for a next request that never comes:
      // told that the page goes, it would leave a rejection behind that nobody handles.
      main: (message) => !isStopped || (isRecord(message) && message.action === 'Terminate'),
      worker: (message) => {
        messages += 1;
        if (isStopped || messages > limits.messages || performance.now() > deadline) {
          giveUp();
          return false;
        }
        return !isFontProgram(message);
      },
    });
    const worker = PDFWorker.create({ port: main, verbosity: 0 });
    WorkerMessageHandler.initializeFromPort(workerPort);
    const task = getDocument({
      worker,
      // A copy, since pdfjs keeps what it is given.
      data: new Uint8Array(bytes),
      verbosity: 0,
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      // Outlines of characters are worked out for canvases that cannot load fonts; images are left as they are.
      disableFontFace: false,
      maxImageSize: 0,
    });
    try {
      const document = await Promise.race([task.promise, stopped]);
      if (document.numPages > limits.pages) throw new PdfTroubleError('tooLong');
      const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
      return await use(new PdfSession({ document, names, deadline, stopped, limits }));
    } catch (error) {
      if (error instanceof PdfTroubleError) throw error;
      throw new PdfTroubleError(error instanceof PasswordException ? 'password' : 'broken');
    } finally {
      clearTimeout(timer);
      const destroyed = task.destroy().catch(() => undefined);
      await (isStopped ? setImmediate() : Promise.race([destroyed, stopped.catch(() => undefined)]));
      worker.destroy();
      main.close();
    }
  }

  get pageCount(): number {
    return this.#document.numPages;
  }

  /** What a page draws, from its number, which begins at 1. */
  async page(number: number): Promise<PageMarks> {
    if (performance.now() > this.#deadline) throw new PdfTroubleError('tooMuch');
    const page = await Promise.race([this.#document.getPage(number), this.#stopped]);
    const list = await Promise.race([page.getOperatorList(), this.#stopped]);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: number[] = transform;
    const unitOf = (font: string): number => {
      const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
      const matrix = isRecord(known) ? known.fontMatrix : null;
      const [unit]: unknown[] = Array.isArray(matrix) ? matrix : [];
      return typeof unit === 'number' && unit !== 0 ? Math.abs(unit) : 0.001;
    };
    const marks = new ContentReader(this.#names, unitOf, { width, height, map: [a, b, c, d, e, f] }).read(list);
    page.cleanup();
    this.#glyphs += marks.glyphs.length + marks.unseen.length;
    if (this.#glyphs > this.#limits.glyphs) throw new PdfTroubleError('tooMuch');
    return marks;
  }

  /** Title and author, as programs show them for the document as a whole. */
  async properties(): Promise<{ readonly title: string | null; readonly author: string | null }> {
    const { info } = await Promise.race([this.#document.getMetadata(), this.#stopped]);
    const read: unknown = info;
    const text = (name: string): string | null => {
      const value: unknown = isRecord(read) ? read[name] : null;
      return typeof value === 'string' ? value : null;
    };
    return { title: text('Title'), author: text('Author') };
  }

  /** The machine-readable report that the PDF has attached, as text. */
  async carried(): Promise<string | null> {
    const attached: unknown = await Promise.race([this.#document.getAttachments(), this.#stopped]);
    if (!(attached instanceof Map)) return null;
    for (const [id, file] of attached) {
      const name: unknown = isRecord(file) ? file.filename : null;
      if (typeof id !== 'string' || (name !== carriedName && id !== carriedName)) continue;
      const content: unknown = await Promise.race([this.#document.getAttachmentContent(id), this.#stopped]);
      if (content instanceof Uint8Array && content.length <= largestAttachment)
        return new TextDecoder().decode(content);
    }
    return null;
  }
}
