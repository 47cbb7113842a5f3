import { defineConfig } from 'vite';

/** Built twice: the style sheet with a name that changes with its content, then the server's half with all it needs. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        define: { 'process.env.NODE_ENV': '"production"' },
        ssr: { noExternal: true },
        build: { outDir: 'dist/server', emptyOutDir: true, target: 'node24', minify: false },
      }
    : {
        build: {
          outDir: 'dist/client',
          emptyOutDir: true,
          assetsInlineLimit: 0,
          rolldownOptions: { input: 'src/styles/site.css' },
        },
      },
);
