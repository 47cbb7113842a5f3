import { z } from 'zod';

/** What sort of body reports (政府信息公开条例 art. 49, 54). */
export const agencyKinds = [
  'government',
  'department',
  'township',
  'subdistrict',
  'verticalBody',
  'internalBody',
  'coordinatingBody',
  'empoweredOrganisation',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const agencyLevels = ['national', 'provincial', 'prefectural', 'county', 'township'] as const;
export type AgencyLevel = (typeof agencyLevels)[number];

/**
 * What is known of the organ that reports. Null means not known: a rule that needs it then says “not assessed” rather
 * than guess. `mayMakeRegulations` is the power to make 规章 (立法法 art. 91, 93).
 */
export const agencyProfileSchema = z.strictObject({
  name: z.string().min(1).max(200),
  kind: z.enum(agencyKinds).nullable(),
  level: z.enum(agencyLevels).nullable(),
  mayMakeRegulations: z.boolean().nullable(),
  /** Kinds of decision that the body has the power to take; null where its powers are not recorded. */
  powers: z.strictObject({ licences: z.boolean(), penalties: z.boolean(), coercions: z.boolean() }).nullable(),
});
export type AgencyProfile = z.infer<typeof agencyProfileSchema>;
