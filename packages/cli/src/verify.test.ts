import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportDigest } from '@nianbao/core';
import { carry, readReport, writeReport } from '@nianbao/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFile, linesOf, runNianbao } from './testing/run-nianbao.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-verify-'));
const page = exampleFile('qinglan-township-2023.html');
const verify = (...args: string[]) => runNianbao(['verify', ...args], { folder });

describe('nianbao verify', () => {
  beforeAll(async () => {
    await runNianbao(['export', page, '--format', 'json', '--out', 'sound.json'], { folder });
    const text = readFileSync(join(folder, 'sound.json'), 'utf8');
    writeFileSync(
      join(folder, 'changed.json'),
      text.replace('"t2.licences.decisions": 41', '"t2.licences.decisions": 42'),
    );
  });

  it.each([
    ['an unaltered document', 'sound.json', 0, 'unaltered'],
    ['one whose report was changed', 'changed.json', 1, 'broken'],
    ['one that carries nothing', page, 2, 'none'],
  ])('tells %s', async (_title, file, code, kind) => {
    const asData = await verify('--json', file);
    expect([asData.code, linesOf(asData.out)]).toEqual([
      code,
      [expect.objectContaining({ file, kind, against: null })],
    ]);
    const told = await verify(file);
    expect([told.code, told.out]).toEqual([code, expect.stringMatching(/^[✓✗–] \p{Script=Han}/u)]);
  });

  it('names a label of a table that was altered', async () => {
    await runNianbao(['export', page, '--format', 'html', '--out', 'label.html'], { folder });
    const written = readFileSync(join(folder, 'label.html'), 'utf8');
    const altered = written.replace('（一）予以公开', '（一）不予公开');
    expect(altered).not.toBe(written);
    writeFileSync(join(folder, 'label.html'), altered);
    const { code, out } = await verify('label.html', '--lang', 'en');
    expect([code, out]).toEqual([1, expect.stringMatching(/body, line \d+: carried （一）予以公开, .*（一）不予公开/)]);
    const data = await verify('--json', 'label.html');
    const label = { kind: 'place', carried: '（一）予以公开', shown: '（一）不予公开' };
    const differences = expect.arrayContaining([expect.objectContaining(label)]);
    expect(linesOf(data.out)).toEqual([expect.objectContaining({ kind: 'altered', differences })]);
  });

  it('goes on from a journal with what is kept, and judges anew what has changed since', async () => {
    writeFileSync(join(folder, 'later.json'), readFileSync(join(folder, 'sound.json')));
    const again = () => verify('--json', 'sound.json', 'later.json', '--resume', 'verify.journal');
    const before = await again();
    expect(await again()).toEqual(before);
    writeFileSync(join(folder, 'later.json'), readFileSync(join(folder, 'changed.json')));
    expect(linesOf((await again()).out)).toMatchObject([{ kind: 'unaltered' }, { kind: 'broken' }]);
    const kept = linesOf(readFileSync(join(folder, 'verify.journal'), 'utf8'));
    expect(kept.filter((line) => 'answer' in line)).toHaveLength(3);
  });

  it('goes on past what cannot be read; the worst is the exit code', async () => {
    const { code, out, err } = await verify('missing.json', 'sound.json', '--lang', 'en');
    expect([code, out, err]).toEqual([
      2,
      expect.stringContaining('unaltered'),
      expect.stringContaining('missing.json'),
    ]);
  });
});

describe('nianbao verify --against', () => {
  let server: Server;
  let origin = '';
  let answers: Readonly<Record<string, RequestListener>> = {};
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      if (answer === undefined) response.writeHead(404).end();
      else answer(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const read = await readReport(readFileSync(page), { fileName: page });
    if (!read.ok) throw new Error(read.error.code);
    const { report } = read;
    const next = { ...report, indexNumber: 'YX-2' };
    const json =
      (content: unknown, type = 'application/json; charset=utf-8'): RequestListener =>
      (_, response) =>
        response.writeHead(200, { 'content-type': type }).end(JSON.stringify(content));
    const redirect =
      (location: string): RequestListener =>
      (_, response) =>
        response.writeHead(302, { location }).end();
    const versions = [report, next].map((item, at) => ({ version: at + 1, digest: reportDigest(item) }));
    answers = {
      '/agencies/1/2023.json': json({ version: 1, versions: versions.slice(0, 1), report }),
      '/corrected/2023.json': json({ version: 2, versions, report: next }),
      '/other/2023.json': json({ version: 2, versions: versions.slice(1), report: next }),
      '/plain/2023.json': json(carry(next, { agencyId: '1', version: 2, publishedAt: null, address: null })),
      '/plain/2023/versions/1.json': json(
        carry(report, { agencyId: '1', version: 1, publishedAt: null, address: null }),
      ),
      '/moved.json': redirect('/agencies/1/2023.json'),
      '/round.json': redirect('/round.json'),
      '/away.json': redirect('file:///etc/passwd'),
      '/page.json': json({}, 'text/html'),
      '/list.json': json([1, 2, 3]),
      '/huge.json': (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (response.write(' '.repeat(1_000_000)));
        };
        response.on('drain', more);
        more();
      },
    };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('asks for the version that the file says it is', async () => {
    const asked = await readReport(readFileSync(page), { fileName: page });
    if (!asked.ok) throw new Error(asked.error.code);
    const mark = { agencyId: '1', version: 1, publishedAt: null, address: null };
    writeFileSync(join(folder, 'first.html'), await writeReport('html', carry(asked.report, mark)));
    const { code, out } = await verify('--json', 'first.html', '--against', `${origin}/plain/2023`);
    const against = { kind: 'older', version: 1, current: 2 };
    expect([code, linesOf(out)]).toEqual([0, [expect.objectContaining({ kind: 'unaltered', against })]]);
  });

  it.each([
    ['the version in force, from its page', '/agencies/1/2023', 0, { kind: 'current', version: 1 }],
    ['the version in force, behind a redirect', '/moved.json', 0, { kind: 'current', version: 1 }],
    ['an older version', '/corrected/2023/', 0, { kind: 'older', version: 1, current: 2 }],
    ['none that was published', '/other/2023.json#t3', 1, { kind: 'notPublished', current: 2 }],
  ])('tells that a file is %s', async (_title, path, code, against) => {
    const { code: ended, out } = await verify('--json', 'sound.json', '--against', origin + path);
    expect([ended, linesOf(out)]).toEqual([code, [expect.objectContaining({ kind: 'unaltered', against })]]);
  });

  it.each([
    ['is not there', '/nowhere', '404'],
    ['redirects without end', '/round.json', '3 times'],
    ['leads out of the web', '/away.json', 'file:'],
    ['is no JSON', '/page.json', 'text/html'],
    ['is no report', '/list.json', 'no report'],
    ['never ends', '/huge.json', '20 MB'],
  ])('says why where the address %s, and judges the file all the same', async (_title, path, named) => {
    const { code, out, err } = await verify('sound.json', '--lang', 'en', '--against', origin + path);
    expect([code, out]).toEqual([2, expect.stringContaining('unaltered')]);
    expect(err).toMatch(new RegExp(`^nianbao: ${origin}${path}: .*${named}.*\\n$`));
  });
});
