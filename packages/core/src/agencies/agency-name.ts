import { governmentMayMakeRegulations, levelOf, readDivisions } from './administrative-division.ts';
import type { AgencyLevel, AgencyProfile } from './agency.ts';
import { bodyKinds } from './body-kinds.ts';
import { rulemakingStateCouncilBodies } from './state-council-bodies.ts';

const national = /^国家.+(?:局|委员会|署|办公室)$|^国务院/;

function written(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/^中华人民共和国/, '');
}

/**
 * What the official name of a body says of it. Whatever the name cannot tell is null: the level of a 市 (of a prefecture
 * or of a county), what a 管委会 is, the powers. An office of a government (办公厅, 办公室) often reports for the
 * government, and so is taken to have the government's power to make 规章.
 */
export function profileFromName(name: string): AgencyProfile {
  const body = written(name);
  const profile = { name, kind: null, level: null, mayMakeRegulations: null, powers: null } as const;
  if (rulemakingStateCouncilBodies.has(body)) {
    return { ...profile, kind: 'department', level: 'national', mayMakeRegulations: true };
  }
  const { kinds, rest } = readDivisions(body);
  const found = bodyKinds.find(({ pattern }) => pattern.test(rest));
  if (kinds.length === 0 && national.test(body) && found?.kind !== 'verticalBody') {
    return { ...profile, kind: 'department', level: 'national' };
  }
  if (found === undefined) return { ...profile, level: levelOf(kinds) };
  const level: AgencyLevel | null = found.level ?? levelOf(kinds);
  const government = found.regulations === 'government';
  return {
    ...profile,
    kind: found.kind,
    level,
    mayMakeRegulations: government ? governmentMayMakeRegulations(kinds) : false,
  };
}

/** Whether a body is the office of a government (办公厅, 办公室), which is also the government's own office in a roll-up. */
export function isGovernmentOffice(name: string): boolean {
  // Most names are told at once, and a nation has many.
  return name.includes('办') && /^(?:人民)?政府办(?:公[厅室])?$/.test(readDivisions(written(name)).rest);
}
