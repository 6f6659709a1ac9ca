import { sql, type Queryable } from '@irisflow/database';
import type { Cents } from '../amount.ts';
import { tables } from './tables.ts';

export interface PlanRow {
  readonly id: string;
  readonly granted_on: string;
  readonly fallen_on: string | null;
  /** For how many days it holds on after a missed part; null where it falls at once. */
  readonly grace_days: number | null;
}

export interface InstallmentRow {
  readonly number: number;
  readonly due_on: string;
  readonly amount: string;
  readonly paid_by_then: string;
  /** When it was said that it is missed. */
  readonly warned_on: string | null;
}

export interface NewPlan {
  readonly id: string;
  readonly administration: string;
  readonly receivableId: string;
  readonly grantedOn: string;
  readonly grantedBy: string;
  readonly graceDays: number | null;
  readonly parts: readonly { readonly dueOn: string; readonly amount: Cents; readonly paidByThen: Cents }[];
}

export const insertPlan = async (tx: Queryable, plan: NewPlan): Promise<void> => {
  await tables(tx)
    .insertInto('installment_plan')
    .values({
      id: plan.id,
      administration: plan.administration,
      receivable_id: plan.receivableId,
      granted_on: plan.grantedOn,
      granted_by: plan.grantedBy,
      fallen_on: null,
      grace_days: plan.graceDays,
    })
    .execute();
  await tables(tx)
    .insertInto('installment')
    .values(
      plan.parts.map(({ dueOn, amount, paidByThen }, place) => ({
        plan_id: plan.id,
        number: place + 1,
        due_on: dueOn,
        amount: String(amount),
        paid_by_then: String(paidByThen),
      })),
    )
    .execute();
};

/** The latest plan of each of these receivables, by the key of the receivable. */
export const latestPlans = async (db: Queryable, receivableIds: readonly string[]): Promise<Map<string, PlanRow>> => {
  if (receivableIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('installment_plan as i')
    .distinctOn('i.receivable_id')
    .select(['i.id', 'i.receivable_id', 'i.grace_days'])
    .select([sql<string>`i.granted_on::text`.as('granted_on'), sql<string | null>`i.fallen_on::text`.as('fallen_on')])
    .where('i.receivable_id', 'in', [...receivableIds])
    .orderBy('i.receivable_id')
    .orderBy(sql`i.fallen_on desc nulls first`)
    .execute();
  return new Map(rows.map(({ receivable_id: key, ...plan }) => [key, plan]));
};

/** The parts of each of these plans in their order, by the key of the plan. */
export const partsOfPlans = async (
  db: Queryable,
  planIds: readonly string[],
): Promise<Map<string, InstallmentRow[]>> => {
  if (planIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('installment')
    .select(['plan_id', 'number', 'amount', 'paid_by_then'])
    .select([sql<string>`due_on::text`.as('due_on'), sql<string | null>`warned_on::text`.as('warned_on')])
    .where('plan_id', 'in', [...planIds])
    .orderBy('plan_id')
    .orderBy('number')
    .execute();
  const parts = new Map<string, InstallmentRow[]>();
  for (const { plan_id: planId, ...part } of rows) parts.set(planId, [...(parts.get(planId) ?? []), part]);
  return parts;
};

export const listInstallments = async (db: Queryable, planId: string): Promise<readonly InstallmentRow[]> =>
  (await partsOfPlans(db, [planId])).get(planId) ?? [];

export const markFallen = async (
  tx: Queryable,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<void> => {
  await tables(tx).updateTable('installment_plan').set({ fallen_on: on }).where('id', '=', id).execute();
};

/** Notes that somebody was warned of every part of a plan that is late. */
export const markWarned = async (
  tx: Queryable,
  { planId, today }: { readonly planId: string; readonly today: string },
): Promise<void> => {
  await tables(tx)
    .updateTable('installment')
    .set({ warned_on: today })
    .where('plan_id', '=', planId)
    .where('warned_on', 'is', null)
    .where('due_on', '<', today)
    .execute();
};
