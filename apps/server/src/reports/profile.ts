import type { AgencyProfile } from '@nianbao/core';
import { nameIn, profileFromName } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';

/** What the rules need to know of an agency in a year: what is recorded, and where nothing is, what its name says. */
export function profileOf(agency: AgencyRow, year: number): AgencyProfile {
  const { kind, level, mayMakeRegulations, powers } = agency;
  const name = nameIn(agency, year);
  const told = profileFromName(name);
  return {
    name,
    kind: kind ?? told.kind,
    level: level ?? told.level,
    mayMakeRegulations: mayMakeRegulations ?? told.mayMakeRegulations,
    powers: powers ?? told.powers,
  };
}
