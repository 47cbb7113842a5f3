import { randomUUID } from 'node:crypto';
import type { ParentReference, TableStep } from '@nianbao/core';
import type { AgencyValues, Database, FieldChange, NewAuditEvent, SourceFile } from '@nianbao/database';
import { appendAuditEvent, appendAuditEvents, insertAgencies, updateAgency } from '@nianbao/database';
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
  /** The agencies that are added, by row, with the ids that they get. */
  readonly #creates: ReadonlyMap<number, Create & { readonly id: string }>;

  constructor(context: PersonContext, transaction: Database, given: { file: SourceFile; creates: readonly Create[] }) {
    this.#context = context;
    this.#transaction = transaction;
    this.#file = given.file;
    this.#creates = new Map(given.creates.map((step) => [step.row, { ...step, id: randomUUID() }]));
  }

  #created(row: number) {
    const step = this.#creates.get(row);
    if (step === undefined) throw new Error(`row ${row} adds no agency`);
    return step;
  }

  #idOf(reference: ParentReference): string {
    return 'id' in reference ? reference.id : this.#created(reference.row).id;
  }

  /** How many of the agencies that are added stand above one of them. */
  #depth(parent: ParentReference): number {
    return 'id' in parent ? 0 : 1 + this.#depth(this.#created(parent.row).parent);
  }

  #event(agencyId: string, action: 'agency.create' | 'agency.change', changes: FieldChange[]): NewAuditEvent {
    return { ...eventBy(this.#context, action), agencyId, file: this.#file, changes };
  }

  /** Adds the agencies, each after the one that it stands under. */
  async create(): Promise<void> {
    const rows = [...this.#creates.values()]
      .map((step) => ({ step, depth: this.#depth(step.parent) }))
      .sort((one, other) => one.depth - other.depth)
      .map(({ step: { id, parent, values } }) => ({ ...values, id, parentId: this.#idOf(parent) }));
    await insertAgencies(this.#transaction, rows);
    const events = rows.map(({ id, ...values }) => this.#event(id, 'agency.create', agencyChanges({}, values)));
    await appendAuditEvents(this.#transaction, events);
  }

  async change({ id, changes, move }: Change): Promise<void> {
    const values: AgencyValues = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
    const parentId = move === null ? undefined : this.#idOf(move.to);
    await updateAgency(this.#transaction, id, { ...values, parentId });
    const moved = move === null ? [] : [{ field: 'parentId', before: move.from, after: parentId }];
    await appendAuditEvent(this.#transaction, this.#event(id, 'agency.change', [...moved, ...changes]));
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
    const writer = new TableWriter(context, transaction, { file, creates });
    await writer.freeCodes(changes);
    await writer.create();
    for (const step of changes) await writer.change(step);
    return { created: creates.length, changed: changes.length };
  });
}
