import type { Text } from '@nianbao/core';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

export interface ErrorRow {
  readonly status: number;
  /** The transport's name for that status. */
  readonly transport: TRPC_ERROR_CODE_KEY;
  readonly message: Text;
  /** What the person does next. */
  readonly next: Text;
}

const row = (
  status: number,
  transport: TRPC_ERROR_CODE_KEY,
  texts: readonly [string, string, string, string],
): ErrorRow => ({
  status,
  transport,
  message: { zh: texts[0], en: texts[1] },
  next: { zh: texts[2], en: texts[3] },
});

/** Every error that leaves the server: its stable code, HTTP status, and what people read. */
export const errorTable = {
  BAD_INPUT: row(400, 'BAD_REQUEST', [
    '提交的内容不符合要求。',
    'What was sent is not valid.',
    '请按各项说明修改后重试。',
    'Correct the fields that are named, then try again.',
  ]),
  NOT_SIGNED_IN: row(401, 'UNAUTHORIZED', [
    '尚未登录，或登录已过期。',
    'You are not signed in, or your sign-in has expired.',
    '请登录后重试。',
    'Sign in, then try again.',
  ]),
  SIGN_IN_REFUSED: row(401, 'UNAUTHORIZED', [
    '用户名或密码不正确。',
    'The user name or the password is wrong.',
    '请核对后重试；忘记密码请联系本单位管理员。',
    'Check both and try again. If you forgot the password, ask your administrator.',
  ]),
  SECOND_FACTOR_NEEDED: row(401, 'UNAUTHORIZED', [
    '还需要验证码。',
    'A code is needed as well.',
    '请输入身份验证器应用上的六位数字，或者一个备用码。',
    'Enter the six digits that your authenticator app shows, or a backup code.',
  ]),
  SECOND_FACTOR_REFUSED: row(401, 'UNAUTHORIZED', [
    '验证码不正确，或已经用过。',
    'The code is wrong or was used before.',
    '请等应用显示下一个验证码后重试；手机不在身边可用备用码，或请管理员重置。',
    'Wait for the next code and try again. Without your phone use a backup code, or ask your administrator.',
  ]),
  TOKEN_REFUSED: row(401, 'UNAUTHORIZED', [
    '令牌无效、已过期或已撤销。',
    'The token is unknown, expired or revoked.',
    '请管理员新建一个令牌。',
    'Ask your administrator for a new token.',
  ]),
  LINK_REFUSED: row(404, 'NOT_FOUND', [
    '链接已用过、已过期，或被新的链接取代。',
    'The link was used, has expired, or was replaced by a newer one.',
    '请管理员再发一个链接。',
    'Ask your administrator for another.',
  ]),
  PASSWORD_REFUSED: row(422, 'UNPROCESSABLE_CONTENT', [
    '当前密码不正确。',
    'That is not your present password.',
    '请核对后重试。',
    'Check it and try again.',
  ]),
  PROVIDER_NOT_REACHED: row(502, 'BAD_GATEWAY', [
    '统一身份认证服务没有响应。',
    'The identity provider does not answer.',
    '请稍后再试，或用密码登录。',
    'Try again later, or sign in with your password.',
  ]),
  OWN_ACCESS: row(403, 'FORBIDDEN', [
    '不能更改自己的账号和权限。',
    'Nobody changes their own account and roles here.',
    '请另一位管理员办理。',
    'Ask another administrator.',
  ]),
  LAST_ADMINISTRATOR: row(422, 'UNPROCESSABLE_CONTENT', [
    '这是最上级单位最后一名管理员。',
    'This is the last administrator at the top.',
    '请先为该单位再指定一名管理员。',
    'Give somebody else that role first.',
  ]),
  PERSON_EXISTS: row(409, 'CONFLICT', [
    '用户名、邮箱或统一身份已属于其他账号。',
    'The user name, the mail address or the identity belongs to another account.',
    '请换一个，或查找已有的账号。',
    'Choose another, or look for the account that is there.',
  ]),
  ACCOUNT_DISABLED: row(422, 'UNPROCESSABLE_CONTENT', [
    '账号已停用。',
    'The account is disabled.',
    '请先启用账号。',
    'Enable it first.',
  ]),
  NOT_ALLOWED: row(403, 'FORBIDDEN', [
    '您没有进行此操作的权限。',
    'You may not do this.',
    '如工作需要，请联系管理员。',
    'If your work needs it, ask your administrator.',
  ]),
  FOREIGN_ORIGIN: row(403, 'FORBIDDEN', [
    '请求来自其他网站，已拒绝。',
    'The request came from another site and was refused.',
    '请从本系统页面操作；如使用代理，请管理员检查 BASE_URL。',
    'Use the pages of this system. Behind a proxy, ask your administrator to check BASE_URL.',
  ]),
  NOT_FOUND: row(404, 'NOT_FOUND', [
    '没有找到。',
    'Not found.',
    '请检查地址，或返回列表重新选择。',
    'Check the address, or go back to the list.',
  ]),
  CONFLICT: row(409, 'CONFLICT', [
    '同一处内容已被他人修改。',
    'Somebody else has changed the same field meanwhile.',
    '请对照两个版本，选择保留哪一个。您的修改没有丢失。',
    'Compare the two values and choose which to keep. Your change is not lost.',
  ]),
  ALREADY_EXISTS: row(409, 'CONFLICT', [
    '该单位该年度的报告已经存在。',
    'This agency already has a report for that year.',
    '请直接打开已有的报告。',
    'Open the report that is there.',
  ]),
  CAMPAIGN_EXISTS: row(409, 'CONFLICT', [
    '该单位该年度的填报任务已经开启。',
    'This government has already opened that year.',
    '请直接打开已有的填报任务。',
    'Open the campaign that is there.',
  ]),
  EXTENSION_IN_PAST: row(422, 'UNPROCESSABLE_CONTENT', [
    '延长后的期限已经过去。',
    'The extended date has already passed.',
    '请选择今天或者以后的日期。',
    'Choose today or a later day.',
  ]),
  MAIL_NOT_SENT_HERE: row(422, 'UNPROCESSABLE_CONTENT', [
    '本系统没有设置邮件，不能自助重设密码。',
    'No mail is sent from here, so that a link cannot be asked for.',
    '请管理员给您一个设置新密码的链接。',
    'Ask your administrator for a link to set a new password.',
  ]),
  STALE_REVISION: row(409, 'CONFLICT', [
    '内容在您打开后已有变动。',
    'This has changed since you opened it.',
    '请刷新后查看最新内容，再重试。',
    'Reload to see it as it is now, then try again.',
  ]),
  NOT_EDITABLE: row(422, 'UNPROCESSABLE_CONTENT', [
    '报告当前状态下不能修改。',
    'The report cannot be edited in its present state.',
    '请先撤回或请审核人退回；已发布的报告请先发起更正。',
    'Withdraw it or have it returned first; for a published report, start a correction.',
  ]),
  NOTHING_TO_EXPLAIN: row(422, 'UNPROCESSABLE_CONTENT', [
    '报告现在没有这条警示。',
    'The report does not have this warning now.',
    '请刷新后查看还需要说明的警示。',
    'Reload to see which warnings still need an explanation.',
  ]),
  MOVE_REFUSED: row(422, 'UNPROCESSABLE_CONTENT', [
    '现在不能进行此操作。',
    'This step is not possible now.',
    '请先处理列出的事项。',
    'Deal with what is listed first.',
  ]),
  NO_ROLL_UP: row(422, 'UNPROCESSABLE_CONTENT', [
    '只有县级以上人民政府的报告可以汇总。',
    'Only the report of a government at county level or above is rolled up.',
    '请打开本级人民政府当年的报告；统计表须为2019年以后的格式。',
    'Open the report of the government itself, of a year with the official tables.',
  ]),
  SEARCH_TOO_WIDE: row(422, 'UNPROCESSABLE_CONTENT', [
    '搜索范围太大，没有完成。',
    'The search was too wide and was given up.',
    '请用更长或更具体的词语，或者限定年度后再搜。',
    'Use longer or more specific words, or choose a year.',
  ]),
  AGENCY_REFUSED: row(422, 'UNPROCESSABLE_CONTENT', [
    '单位不能这样处理。',
    'The agency cannot be dealt with so.',
    '请按列出的说明处理后再试。',
    'See what is listed, then try again.',
  ]),
  TREE_CHANGED: row(409, 'CONFLICT', [
    '单位名册在预览之后已有变动，没有导入。',
    'The agencies have changed since the preview, so nothing was imported.',
    '请重新预览，确认后再导入。',
    'Look at a new preview, then import.',
  ]),
  TREE_REFUSED: row(422, 'UNPROCESSABLE_CONTENT', [
    '名册中有错误，没有导入。',
    'There are errors in the list of agencies, so nothing was imported.',
    '请按各行的说明修改后重新选择文件。',
    'Mend the rows that are named, then choose the file again.',
  ]),
  EXPORTS_UNDER_WAY: row(409, 'CONFLICT', [
    '这个填报任务已有三个打包任务在进行。',
    'Three exports of this campaign are under way already.',
    '请等其中一个完成后再试。',
    'Wait until one of them is done, then try again.',
  ]),
  TOO_LARGE: row(413, 'PAYLOAD_TOO_LARGE', [
    '内容过大。',
    'That is too large.',
    '文件请控制在 20 MB 以内，其他请求在 8 MB 以内。',
    'Keep files to 20 MB, and requests without a file to 8 MB.',
  ]),
  UNREADABLE_FILE: row(422, 'UNPROCESSABLE_CONTENT', [
    '无法读取此文件。',
    'The file could not be read.',
    '请换一个文件后再导入。',
    'Import another file instead.',
  ]),
  ATTACHMENT_REFUSED: row(422, 'UNPROCESSABLE_CONTENT', [
    '这个文件不能作为附件。',
    'This file cannot be attached.',
    '请按所列原因处理后重试。',
    'Do what the reason says, then try again.',
  ]),
  NOT_YOURS: row(422, 'UNPROCESSABLE_CONTENT', [
    '只能修改自己刚写的批注，只能删除自己添加的内容。',
    'You can change a comment only if you have just written it, and delete only what you added yourself.',
    '请另写一条回复，或者请添加的人处理。',
    'Write a reply instead, or ask whoever added it.',
  ]),
  OTHER_FORMAT: row(422, 'UNPROCESSABLE_CONTENT', [
    '文件的统计表与本报告的格式不同，数据不能导入。',
    'The tables of the file are of another format than this report, so its figures cannot be taken over.',
    '请只导入文字，或改用本年度格式的文件。',
    'Take over the text alone, or use a file in the format of this year.',
  ]),
  TOO_MANY_ATTEMPTS: row(429, 'TOO_MANY_REQUESTS', [
    '尝试次数过多。',
    'Too many attempts.',
    '请稍后再试。',
    'Wait a while, then try again.',
  ]),
  BUSY: row(503, 'SERVICE_UNAVAILABLE', [
    '正在处理的文件太多。',
    'Too many files are being worked on.',
    '请稍等片刻再试。',
    'Wait a moment, then try again.',
  ]),
  TOO_SLOW: row(503, 'SERVICE_UNAVAILABLE', [
    '查询用时过长，已经停止。',
    'The query took too long and was stopped.',
    '请缩小查询范围，或稍后再试。',
    'Ask for less at a time, or try again later.',
  ]),
  DOCUMENT_NOT_WRITTEN: row(500, 'INTERNAL_SERVER_ERROR', [
    '这份文件没能生成。',
    'The document could not be written.',
    '请换一种格式下载；仍然不行，请联系管理员。',
    'Download another format; if that fails too, ask your administrator.',
  ]),
  INTERNAL: row(500, 'INTERNAL_SERVER_ERROR', [
    '系统出错，操作没有完成。',
    'Something went wrong here; nothing was done.',
    '请重试；若仍失败，请把请求编号告诉管理员。',
    'Try again. If it fails again, give your administrator the request id.',
  ]),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errorTable;
