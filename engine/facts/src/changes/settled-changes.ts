import { namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale, instantOf } from '@irisflow/foundation';
import { openChange } from '../sealed-answer.ts';
import { listChanges, type ChangeRow } from '../storage/changes.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SettledChange } from '../views/change.ts';
import type { FactView } from '../views/fact.ts';

/** By source, up to which moment what it said is settled. */
export const settledUpTo = (rows: readonly ChangeRow[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { source_key: key, up_to: upTo } of rows) {
    const at = instantOf(upTo);
    if (at > (found.get(key) ?? '')) found.set(key, at);
  }
  return found;
};

/** What became of the changes of a case, the newest first. */
export const viewSettled = async (
  surroundings: Surroundings,
  db: Queryable,
  { caseId, facts }: { readonly caseId: string; readonly facts: readonly FactView[] },
): Promise<{ readonly rows: readonly ChangeRow[]; readonly settled: SettledChange[] }> => {
  const rows = await listChanges(db, caseId);
  const names = await namesOf(
    db,
    rows.map((row) => row.settled_by),
  );
  const settled = rows.map((row): SettledChange => {
    const { fields, reason } = openChange(surroundings, row);
    return {
      id: row.id,
      sourceKey: row.source_key,
      outcome: row.outcome as SettledChange['outcome'],
      effectiveMonth: row.effective_month,
      reason,
      by: names.get(row.settled_by) ?? '',
      at: instantOf(row.at),
      fields: fields.map(({ field, before, after }) => {
        const fact = facts.find((one) => one.sourceKey === row.source_key && one.field === field);
        const { label = inEveryLocale(() => field), pointer = null, format = null } = fact ?? {};
        return { field, label, pointer, format, before, after };
      }),
    };
  });
  return { rows, settled };
};
