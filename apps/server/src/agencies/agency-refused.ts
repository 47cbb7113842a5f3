import type { AgencyRefusalCode } from '@nianbao/core';
import { agencyRefusalText } from '@nianbao/core';
import { ServiceError } from '../errors/service-error.ts';

/** An agency, or the tree of agencies, that cannot be changed so, with the reason that people read. */
export function agencyRefusal(code: AgencyRefusalCode, values: Readonly<Record<string, string | number>> = {}) {
  return new ServiceError('AGENCY_REFUSED', { refusals: [{ code, ...agencyRefusalText(code, values) }] });
}
