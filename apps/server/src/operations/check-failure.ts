import type { CheckResult } from './check.ts';
import { bad } from './check.ts';

/** What the codes of the system and of PostgreSQL mean to whoever set the installation up. */
const meanings: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ECONNREFUSED: ['连不上，请核对地址和端口', 'the connection was refused: check the host and the port'],
  ENOTFOUND: ['找不到主机，请核对地址', 'there is no such host: check the address'],
  EAI_AGAIN: ['查不到主机，请核对地址', 'the host cannot be looked up: check the address'],
  CONNECT_TIMEOUT: ['连接没有应答，请核对地址和防火墙', 'no answer: check the address and the firewall'],
  '28P01': ['用户名或密码不对', 'the user name or the password is wrong'],
  '28000': ['不允许这个用户连接', 'this user may not connect'],
  '3D000': ['没有这个数据库', 'there is no database of that name'],
  '42501': ['权限不够', 'not permitted'],
};

/** The first error with a code, of an error and those that it came from. */
function coded(error: unknown): { readonly name: string; readonly code: string } | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return { name: error.name, code: error.code };
  return coded(error.cause);
}

/** What went wrong in one line: names and codes, no addresses with passwords in them. */
export function checkFailure(error: unknown): CheckResult {
  const found = coded(error);
  if (found === null) {
    const name = error instanceof Error ? error.name : 'Error';
    return bad(`出错：${name}`, `failed: ${name}`);
  }
  const [zh, en] = meanings[found.code] ?? [`出错：${found.name}`, `failed: ${found.name}`];
  return bad(`${zh}（${found.code}）`, `${en} (${found.code})`);
}
