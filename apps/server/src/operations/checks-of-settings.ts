import { randomBytes } from 'node:crypto';
import { openBlobs } from '../start/open-blobs.ts';
import type { Check } from './check.ts';
import { bad, note, unset, well } from './check.ts';

/** Distinct characters below which a secret was typed rather than drawn. */
const fewCharacters = 10;
const answerTime = 5000;

/** What a fetch says of an address: its status, or why there is none. */
async function ask(address: string): Promise<{ readonly status: number } | { readonly failed: string }> {
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(answerTime) });
    await answer.body?.cancel();
    return { status: answer.status };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { failed: cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer' };
  }
}

export const checksOfSettings: readonly Check[] = [
  {
    id: 'address',
    title: { zh: '公开地址', en: 'public address' },
    async look({ config: { baseUrl, databaseUrl } }) {
      if (baseUrl === null) {
        const words = ['未设置 BASE_URL，只在本机可用', 'BASE_URL is not set: for this machine only'] as const;
        return databaseUrl === null ? unset(...words) : note(...words);
      }
      if (!baseUrl.startsWith('https:')) return note(`${baseUrl} 不是 https`, `${baseUrl} is not https`);
      const answer = await ask(new URL('/healthz', baseUrl).href);
      return 'status' in answer && answer.status === 200
        ? well(`${baseUrl} 有应答`, `${baseUrl} answers`)
        : note(
            `${baseUrl} 没有应答（服务未启动，或代理未配置）`,
            `${baseUrl} does not answer: not started, or the proxy is not set up`,
          );
    },
  },
  {
    id: 'secret',
    title: { zh: '密钥', en: 'secret' },
    async look({ config, opened }) {
      const secret = config.secret ?? opened?.secret;
      if (secret === undefined) return unset('首次启动时生成', 'made at the first start');
      const from = config.secret === null ? ['数据文件夹', 'the data folder'] : ['NIANBAO_SECRET', 'NIANBAO_SECRET'];
      if (new Set(secret).size < fewCharacters) {
        return bad(`${from[0]} 的密钥太简单，请用随机串`, `the secret of ${from[1]} is too simple: draw it at random`);
      }
      return well(`来自${from[0]}，${secret.length} 个字符`, `from ${from[1]}, ${secret.length} characters`);
    },
  },
  {
    id: 'files',
    title: { zh: '附件存放', en: 'files' },
    async look({ config }) {
      const where = config.s3 === null ? ['数据文件夹', 'the data folder'] : ['存储桶', 'the bucket'];
      if (config.s3 === null) return well(`在${where[0]}`, `in ${where[1]}`);
      const store = openBlobs(config);
      const probe = randomBytes(32);
      const { digest } = await store.put(probe);
      const back = await store.get(digest);
      const read = back === null ? null : Buffer.from(await new Response(back).arrayBuffer());
      await store.delete(digest);
      return read?.equals(probe) === true
        ? well(`${where[0]}可写可读`, `${where[1]} can be written and read`)
        : bad(`${where[0]}读出的与写入的不同`, `${where[1]} does not give back what was written`);
    },
  },
  {
    id: 'metrics',
    title: { zh: '监控', en: 'metrics' },
    async look({ config: { metricsToken, baseUrl } }) {
      if (metricsToken !== null) return well('/metrics 凭令牌可读', '/metrics is open to whoever brings the token');
      if (baseUrl === null) return well('/metrics 只在本机可读', '/metrics is open to this machine');
      return unset(
        '/metrics 关闭（可设 NIANBAO_METRICS_TOKEN）',
        '/metrics is closed (NIANBAO_METRICS_TOKEN opens it)',
      );
    },
  },
  {
    id: 'traces',
    title: { zh: '追踪', en: 'traces' },
    async look({ config: { otlpEndpoint } }) {
      if (otlpEndpoint === null) return unset('未设置', 'not set');
      const answer = await ask(otlpEndpoint);
      return 'status' in answer
        ? well(`${otlpEndpoint} 有应答`, `${otlpEndpoint} answers`)
        : note(`${otlpEndpoint} 连不上（${answer.failed}）`, `${otlpEndpoint} cannot be reached (${answer.failed})`);
    },
  },
];
