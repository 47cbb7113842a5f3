import type { Contact } from '@nianbao/core';

type ContactField = 'name' | 'address' | 'postcode' | 'phone' | 'fax' | 'email';

/** The words before each part of a contact; what follows is read up to the next of them. */
const labels: readonly (readonly [field: ContactField, pattern: string])[] = [
  ['name', '联\\s*系\\s*人员?|联系单位|联系部门|受理机构'],
  ['address', '(?:通讯|通信|联系|办公|单位)?地\\s*址'],
  ['postcode', '邮\\s*编|邮政编码'],
  ['phone', '(?:联系|办公|咨询)?电\\s*话(?:号码)?(?:\\s*[（(/／及兼]?\\s*传\\s*真[）)]?)?|手\\s*机'],
  ['fax', '传\\s*真(?:号码)?'],
  ['email', '(?:电子)?邮\\s*箱(?:地址)?|电子邮件|E-?mail'],
];
const label = new RegExp(
  `(?:${labels.map(([field, pattern]) => `(?<${field}>${pattern})`).join('|')})\\s*(?:[:：]|为|是)?\\s*`,
  'gi',
);
const asked =
  /(?:请与|请联系|请直接与|请径与|可与|请向)\s*([\u4e00-\u9fff（）]{2,40}?)(?=联系|咨询|反映|[（(，,；;。\s]|$)/;
const name = /^[\u4e00-\u9fff]{2,30}/;
const address = /^(?!和|及|以及|https?:|www\.)[^，,；;。、）)\n]{4,120}/;
const postcode = /^\d{6}(?!\d)/;
const phones = /(?<!\d)(?:0\d{2,3}[-—－– ]?\d{7,8}|1[3-9]\d{9})(?!\d)/g;
/** A number without its area code, which only the label before it makes a telephone number. */
const localPhone = /^[2-9]\d{6,7}(?!\d)/;
const emails = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const longestPreface = 8000;

interface Part {
  readonly field: ContactField | null;
  readonly value: string;
}

/** The text cut at the labels; what stands before the first of them has no field. */
function partsOf(text: string): Part[] {
  const found = [...text.matchAll(label)];
  return [
    { field: null, value: text.slice(0, found[0]?.index) },
    ...found.map((match, at): Part => {
      const field = labels.find(([key]) => match.groups?.[key] !== undefined)?.[0] ?? null;
      return { field, value: text.slice(match.index + match[0].length, found[at + 1]?.index).trim() };
    }),
  ];
}

/** The contact that a preface states; null where it states neither telephone nor address nor e-mail. A fax is no telephone. */
export function findContact(preface: string): Contact | null {
  const text = preface.slice(0, longestPreface);
  if (!/电\s*话|地\s*址|邮\s*编|邮\s*箱|@/.test(text)) return null;
  const parts = partsOf(text);
  const first = (field: ContactField, pattern: RegExp): string | null =>
    parts.flatMap((part) => (part.field === field ? (pattern.exec(part.value)?.[0].trim() ?? []) : []))[0] ?? null;
  const called = parts.flatMap(({ field, value }) => {
    if (field === 'fax') return [];
    const local = field === 'phone' ? localPhone.exec(value) : null;
    return [...(local ?? []), ...(value.match(phones) ?? [])];
  });
  const contact: Contact = {
    name: first('name', name) ?? asked.exec(text)?.[1] ?? null,
    address: first('address', address),
    postcode: first('postcode', postcode),
    phones: [...new Set(called)].slice(0, 20),
    emails: [...new Set(text.match(emails) ?? [])].slice(0, 20),
  };
  return contact.address === null && contact.phones.length === 0 && contact.emails.length === 0 ? null : contact;
}
