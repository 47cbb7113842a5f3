/** The half of pdfjs that parses; the package ships it without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    initializeFromPort(port: import('./in-process-port.ts').InProcessPort): void;
  };
}
