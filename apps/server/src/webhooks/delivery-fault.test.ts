import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { deliveryFault } from './delivery-fault.ts';
import { postSigned } from './post-signed.ts';

const message = (url: string) => ({
  url,
  id: 'message',
  at: new Date(0),
  body: '{}',
  key: 'whsec_c2VjcmV0IG9mIGEgdGVzdA==',
});

const faultOf = (url: string, allowed: readonly string[] = []) =>
  postSigned(message(url), allowed).then(String, deliveryFault);

test('an address within the network is told as that, with the setting that opens it', async () => {
  for (const url of ['http://127.0.0.1:9/', 'http://169.254.169.254/latest', 'http://[::1]:9/', 'https://10.0.0.1/']) {
    expect(await faultOf(url), url).toContain('NIANBAO_WEBHOOK_ADDRESSES');
  }
});

test('a service that is not there, or breaks off, is told in both languages', async () => {
  const breaking = createServer((request) => request.socket.destroy());
  const port = await new Promise<number>((settle) => {
    breaking.listen(0, '127.0.0.1', () => {
      const address = breaking.address();
      settle(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const url = `http://127.0.0.1:${port}/`;
  expect(await faultOf(url, ['127.0.0.1'])).toBe('对方中断了连接 / the connection was broken off');
  await new Promise((settle) => breaking.close(settle));
  expect(await faultOf(url, ['127.0.0.1'])).toMatch(/拒绝连接.* \/ the connection was refused/);
});

test('no answer in time, and a certificate that nobody signed', () => {
  expect(deliveryFault(new DOMException('The operation timed out', 'TimeoutError'))).toContain('10 秒');
  const selfSigned = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(deliveryFault(selfSigned)).toContain('证书不受信任');
});
