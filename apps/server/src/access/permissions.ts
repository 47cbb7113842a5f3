export const roles = ['editor', 'agencyHead', 'reviewer', 'administrator', 'auditor', 'service'] as const;
export type Role = (typeof roles)[number];
export type Relation = 'own' | 'below' | 'elsewhere';

export const actions = ['report.view', 'report.create', 'report.edit', 'report.move', 'agency.view'] as const;
export type Action = (typeof actions)[number];

const table: Readonly<Record<Action, Readonly<Partial<Record<Role, readonly Relation[]>>>>> = {
  'report.view': {
    editor: ['own'],
    agencyHead: ['own'],
    reviewer: ['own', 'below'],
    administrator: ['own', 'below'],
    auditor: ['own', 'below'],
  },
  'report.create': { editor: ['own'], reviewer: ['own', 'below'], administrator: ['own', 'below'] },
  'report.edit': { editor: ['own'] },
  'report.move': { editor: ['own'], agencyHead: ['own'], reviewer: ['own', 'below'] },
  'agency.view': {
    editor: ['own'],
    agencyHead: ['own'],
    reviewer: ['own', 'below'],
    administrator: ['own', 'below'],
    auditor: ['own', 'below'],
  },
};

export function may(role: Role, action: Action, relation: Relation): boolean {
  return table[action][role]?.includes(relation) ?? false;
}
