import type { AgencyRow, Database } from '@nianbao/database';
import { countOthersWithRole } from '@nianbao/database';
import { ServiceError } from '../errors/service-error.ts';

/**
 * Refuses to take the role of the last administrator at the top of a tree, who could not be made again from inside. To be
 * asked in the transaction that takes it.
 */
export async function assertOthersAdminister(
  transaction: Database,
  agency: Pick<AgencyRow, 'id' | 'parentId'>,
  userId: string,
): Promise<void> {
  if (agency.parentId !== null) return;
  const others = await countOthersWithRole(transaction, { userId, agencyId: agency.id, role: 'administrator' });
  if (others === 0) throw new ServiceError('LAST_ADMINISTRATOR');
}
