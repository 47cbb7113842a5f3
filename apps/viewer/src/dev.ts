import { serve } from '@hono/node-server';
import { createViewer } from '@nianbao/viewer';
import { demoData } from './testing/demo-data.ts';

/** Serves the built site over the demonstration data: `node src/dev.ts` after a build. */
const viewer = createViewer(demoData, { onError: (error) => console.error(error) });
const server = serve({ fetch: viewer.fetch, port: Number(process.env.PORT ?? 0) }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
process.on('SIGTERM', () => server.close());
