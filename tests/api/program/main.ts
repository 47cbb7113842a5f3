import type { ErrorBody, PublishedGetOutput, WebhookMessage } from '@nianbao/client';
import { createNianbaoClient, errorBodyOf, verifyWebhook } from '@nianbao/client';

const [baseUrl = '', token = '', agencyId = ''] = process.argv.slice(2);

const open = createNianbaoClient({ baseUrl });
const published: PublishedGetOutput = await open.published.get.query({ agencyId, year: 2024 });
const received: unknown = published.report.facts['t3.received.total'];
const version: number = published.version;

// @ts-expect-error a year is a number
const wrongInput = () => open.published.get.query({ agencyId, year: '2024' });
// @ts-expect-error there is no such member
const wrongOutput = () => published.nothing;

const refusal: ErrorBody | null = await open.reports.list.query({}).then(() => null, errorBodyOf);

const client = createNianbaoClient({ baseUrl, token });
const [me, reports] = await Promise.all([client.session.me.query(), client.reports.list.query({})]);

const form = new FormData();
form.set('reportId', reports[0]?.id ?? '');
form.set('file', new File(['云溪县林业局2025年政府信息公开工作年度报告'], 'report.txt'));
const read = await client.imports.read.mutate(form);

const forged = (): WebhookMessage => verifyWebhook('whsec_bmlhbmJhbw==', '{}', new Headers());
let rejects = false;
try {
  forged();
} catch {
  rejects = true;
}

const states = reports.map(({ state }) => state);
const result = { received, version, refusal: refusal?.code, me: me?.user.name, states, kind: read.file.kind, rejects };
process.stdout.write(JSON.stringify({ ...result, unused: [typeof wrongInput, typeof wrongOutput] }));
