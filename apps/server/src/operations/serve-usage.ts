import type { Text } from '@nianbao/core';

export const serveUsage: Text = {
  zh: `用法  nianbao serve

启动服务：公开网站、填报审核和接口，并处理任务。设置都用环境变量，见 README。可有多台共用一个数据库（DATABASE_URL）。
收到 SIGTERM 或 Ctrl-C：不再接新请求，做完手上的再停，数据库最后停；再收到一次则立即结束。

退出码：0 正常停止；1 没能启动，或被要求立即结束`,
  en: `Usage  nianbao serve

Serves the public site, the admin and the API, and does the jobs. Settings are environment variables: see the README.
Several may share one database (DATABASE_URL). On SIGTERM or Ctrl-C it takes no new requests, finishes those under way,
and stops, the database last; on a second one it ends at once.

Exit code: 0 stopped as asked; 1 not started, or told to end at once`,
};
