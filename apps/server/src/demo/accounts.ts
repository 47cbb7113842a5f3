import type { Role, Text } from '@nianbao/core';
import type { DemoAgency } from './agencies.ts';

export interface DemoAccount {
  readonly username: string;
  /** Null for people who only appear in the history and never sign in. */
  readonly password: string | null;
  readonly name: string;
  readonly title: Text;
  readonly roles: readonly { readonly agency: DemoAgency['key']; readonly role: Role }[];
}

const editorOf = (agency: DemoAgency['key'], username: string, name: string): DemoAccount => ({
  username,
  password: null,
  name,
  title: { zh: '填报人', en: 'Editor' },
  roles: [{ agency, role: 'editor' }],
});

/** The people of the demonstration. The passwords are public: an empty database and no other gets them. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'linye',
    password: 'linye-demo-2025',
    name: '林晓溪',
    title: { zh: '填报人，县林业局', en: 'Editor, forestry bureau' },
    roles: [{ agency: 'forestry', role: 'editor' }],
  },
  {
    username: 'shenhe',
    password: 'shenhe-demo-2025',
    name: '沈和',
    title: { zh: '审核人，全县', en: 'Reviewer, whole county' },
    roles: [{ agency: 'county', role: 'reviewer' }],
  },
  {
    username: 'guanli',
    password: 'guanli-demo-2025',
    name: '关立',
    title: { zh: '管理员，全县', en: 'Administrator, whole county' },
    roles: [{ agency: 'county', role: 'administrator' }],
  },
  {
    username: 'zhaoyun',
    password: null,
    name: '赵云帆',
    title: { zh: '填报人', en: 'Editor' },
    roles: [
      { agency: 'county', role: 'editor' },
      { agency: 'office', role: 'editor' },
    ],
  },
  editorOf('development', 'fangzhou', '方舟'),
  editorOf('education', 'jiaoyu', '焦语'),
  {
    ...editorOf('culture', 'wenlan', '文岚'),
    roles: [
      { agency: 'culture', role: 'editor' },
      { agency: 'tourism', role: 'editor' },
      { agency: 'cultureTourism', role: 'editor' },
    ],
  },
  editorOf('qinglan', 'qinglan', '秦岚'),
  editorOf('shiqiao', 'shiqiao', '石巧'),
];
