import type { Contact } from '@nianbao/core';

const field = (names: string, value: string): RegExp => new RegExp(`(?:${names})\\s*(?:[:：]|为|是)?\\s*(${value})`);
const address = field(
  '地\\s*址|通讯地址|联系地址|办公地址',
  '[^，,；;。、）)\\s]{4,60}(?: ?\\d{1,5} ?号[^，,；;。）)\\s]{0,20})?',
);
const postcode = field('邮\\s*编|邮政编码', '\\d{6}');
const name = field(
  '联\\s*系\\s*人|联系单位|请与|请联系|请直接与',
  '[\\u4e00-\\u9fff]{2,30}?(?=联系|[（(，,；;。\\s]|$)',
);
const phones = /(?<!\d)(?:0\d{2,3}[-—－－ ]?\d{7,8}|1[3-9]\d{9})(?!\d)/g;
const emails = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const longestPreface = 8000;

/** The contact that a preface states; null where it states neither telephone nor address nor e-mail. */
export function findContact(preface: string): Contact | null {
  const text = preface.slice(0, longestPreface);
  if (!/电话|地址|邮编|邮箱|@/.test(text)) return null;
  const contact: Contact = {
    name: name.exec(text)?.[1] ?? null,
    address: address.exec(text)?.[1]?.slice(0, 500) ?? null,
    postcode: postcode.exec(text)?.[1] ?? null,
    phones: [...new Set(text.match(phones) ?? [])].slice(0, 20),
    emails: [...new Set(text.match(emails) ?? [])].slice(0, 20),
  };
  return contact.address === null && contact.phones.length === 0 && contact.emails.length === 0 ? null : contact;
}
