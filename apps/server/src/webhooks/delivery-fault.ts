const faults: Readonly<Record<string, string>> = {
  ENOTFOUND: '找不到这个主机名，请核对地址 / there is no host of that name: check the address',
  EAI_AGAIN: '现在查不到这个主机名 / the host name cannot be looked up now',
  ECONNREFUSED: '对方拒绝连接，请核对端口和服务 / the connection was refused: check the port and the service',
  ECONNRESET: '对方中断了连接 / the connection was broken off',
  EHOSTUNREACH: '连不到这个地址 / the address cannot be reached',
  ENETUNREACH: '连不到这个地址 / the address cannot be reached',
  ETIMEDOUT: '没有应答 / there was no answer',
};

const withinNetwork =
  '地址在内部网络；确需通知，请把它列入 NIANBAO_WEBHOOK_ADDRESSES / the address is within the network: list it in NIANBAO_WEBHOOK_ADDRESSES if it is to be told';

/** Why a service could not be told, in both languages, for whoever set its address. */
export function deliveryFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return '10 秒内没有应答 / there was no answer within 10 seconds';
  if (/is not allowed\. Because/.test(error.message)) return withinNetwork;
  const code = 'code' in error ? String(error.code) : '';
  const known = faults[code];
  if (known !== undefined) return known;
  if (/CERT|SELF_SIGNED|TLS|SSL/.test(code)) return `证书不受信任 / the certificate is not trusted (${code})`;
  return error.message.slice(0, 500);
}
