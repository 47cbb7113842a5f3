import { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';
import { missingBuild } from './missing-build.ts';
import { staticFiles } from './static-files.ts';

/** The editors' application: its files, and for every other address below /admin its page, where it finds its way. */
export function adminApp(folder: string) {
  const files = staticFiles(folder);
  const page = files.text('index.html');
  const app = new Hono<HttpEnvironment>();
  app.get('*', async (context) => {
    if (page === null) return missingBuild(context, '@nianbao/admin');
    const path = context.req.path.replace(/^\/admin\/?/, '');
    const file = path === '' || path === 'index.html' ? null : await files.respond(context, path);
    if (file !== null) return file;
    if (/\.\w+$/.test(path)) return context.notFound();
    context.header('cache-control', 'no-store');
    return context.html(page.replaceAll('__STYLE_NONCE__', context.get('styleNonce')));
  });
  return app;
}
