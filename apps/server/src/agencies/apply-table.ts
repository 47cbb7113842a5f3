import type { ParentReference, TableStep } from '@nianbao/core';
import type { AgencyValues, Database, FieldChange, SourceFile } from '@nianbao/database';
import { appendAuditEvent, insertAgency, updateAgency } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext, ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { agencyChanges, inLockedTree } from './in-locked-tree.ts';
import { planTable, readTable, tableFileInput } from './plan-table.ts';

const planSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The form of `agencies.previewTable`, with the `plan` that was shown for it. */
export const applyTableInput = tableFileInput.transform(({ form, file }, context) => {
  const plan = planSchema.safeParse(form.get('plan'));
  if (plan.success) return { file, plan: plan.data };
  context.addIssue({ code: 'custom', path: ['plan'], message: '请先预览 / look at the preview first' });
  return z.NEVER;
});

export const applyTableOutput = z.object({ created: z.int(), changed: z.int() });

type Create = Extract<TableStep, { kind: 'create' }>;
type Change = Extract<TableStep, { kind: 'change' }>;

/** Carries the steps of a plan out, each with its event. */
class TableWriter {
  readonly #context: PersonContext;
  readonly #transaction: Database;
  readonly #file: SourceFile;
  readonly #creates: ReadonlyMap<number, Create>;
  readonly #created = new Map<number, string>();

  constructor(context: PersonContext, transaction: Database, given: { file: SourceFile; steps: readonly TableStep[] }) {
    this.#context = context;
    this.#transaction = transaction;
    this.#file = given.file;
    this.#creates = new Map(given.steps.flatMap((step) => (step.kind === 'create' ? [[step.row, step]] : [])));
  }

  async #idOf(reference: ParentReference): Promise<string> {
    if ('id' in reference) return reference.id;
    const step = this.#creates.get(reference.row);
    if (step === undefined) throw new Error(`row ${reference.row} adds no agency`);
    return this.create(step);
  }

  async #record(agencyId: string, action: 'agency.create' | 'agency.change', changes: FieldChange[]): Promise<void> {
    const event = { ...eventBy(this.#context, action), agencyId, file: this.#file, changes };
    await appendAuditEvent(this.#transaction, event);
  }

  /** Adds an agency after the one that it stands under. */
  async create({ row, parent, values }: Create): Promise<string> {
    const known = this.#created.get(row);
    if (known !== undefined) return known;
    const parentId = await this.#idOf(parent);
    const { id } = await insertAgency(this.#transaction, { ...values, parentId });
    this.#created.set(row, id);
    await this.#record(id, 'agency.create', agencyChanges({}, { parentId, ...values }));
    return id;
  }

  async change({ id, changes, move }: Change): Promise<void> {
    const values: AgencyValues = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
    const parentId = move === null ? undefined : await this.#idOf(move.to);
    await updateAgency(this.#transaction, id, { ...values, parentId });
    const moved = move === null ? [] : [{ field: 'parentId', before: move.from, after: parentId }];
    await this.#record(id, 'agency.change', [...moved, ...changes]);
  }

  /** Codes that go from one agency to another are free in between. */
  async freeCodes(steps: readonly Change[]): Promise<void> {
    for (const { id, changes } of steps) {
      const gives = changes.some(({ field, before }) => field === 'creditCode' && before !== null);
      if (gives) await updateAgency(this.#transaction, id, { creditCode: null });
    }
  }
}

/** Does what the preview of a table showed, all of it or nothing; refused when the agencies have changed since. */
export async function applyTable(
  context: AgencyContext & Pick<ServerContext, 'documents'>,
  { file: upload, plan: shown }: z.infer<typeof applyTableInput>,
): Promise<z.infer<typeof applyTableOutput>> {
  const { file, table } = await readTable(context, upload);
  return inLockedTree(context, async (transaction, root) => {
    const { plan, digest } = await planTable(transaction, root, table);
    if (plan.issues.length > 0) throw new ServiceError('TREE_REFUSED', { count: plan.issues.length });
    if (digest !== shown) throw new ServiceError('TREE_CHANGED');
    const creates = plan.steps.filter((step) => step.kind === 'create');
    const changes = plan.steps.filter((step) => step.kind === 'change');
    const writer = new TableWriter(context, transaction, { file, steps: plan.steps });
    await writer.freeCodes(changes);
    for (const step of creates) await writer.create(step);
    for (const step of changes) await writer.change(step);
    return { created: creates.length, changed: changes.length };
  });
}
