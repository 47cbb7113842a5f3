import type { Context } from 'hono';

/** A page that says which part has not been built, and how to build it. */
export function missingBuild(context: Context, name: string): Response {
  const sentences = [
    `${name} 尚未构建。请在项目文件夹运行 npm run setup，然后重新启动。`,
    `${name} has not been built. Run npm run setup in the project's folder, then start again.`,
  ];
  return context.html(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>nianbao</title>${sentences.map((text) => `<p>${text}</p>`).join('')}</html>`,
    503,
  );
}
