import { serve } from '@hono/node-server';
import { connect } from '@nianbao/database';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';

/** What a server on this machine cannot be faster than: one route, one statement, on the same database. */
const { database } = connect(process.env['DATABASE_URL'] ?? '');
const app = new Hono();

app.get('/publication/:id', async (context) => {
  const [row] = await database.execute(sql`select content from publication where id = ${context.req.param('id')}`);
  return context.json(row ?? null);
});

app.post('/cell', async (context) => {
  const { report, key, value } = await context.req.json();
  const [row] = await database.execute(
    sql`insert into bench_cell (report, key, value) values (${report}, ${key}, ${value}) returning id`,
  );
  return context.json(row ?? null);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`nianbao: listening on http://127.0.0.1:${port}\n`);
});
