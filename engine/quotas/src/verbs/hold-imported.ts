import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { ceilingOn, type QuotaDescription } from '@irisflow/procedures';
import type { ImportedRight } from '@irisflow/rights';
import { record, type Voice } from '../moves/move-place.ts';
import { lockCount, openCount, type QuotaKey } from '../storage/counts.ts';
import { insertPlace, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';

interface Holding extends ImportedRight {
  readonly tx: Queryable;
  /** The case that stands for what had decided it. */
  readonly row: CaseRow;
  readonly voice: Voice;
}

const isCounted = ({ right: kind, category }: QuotaDescription, { right, version }: ImportedRight): boolean =>
  right.kind === kind && (category === undefined || version.data[category.field] === category.value);

const hold = async (
  surroundings: Surroundings,
  { tx, row, right, voice }: Holding,
  { key, ceiling }: { readonly key: QuotaKey; readonly ceiling: number | null },
): Promise<void> => {
  const { clock, random } = surroundings;
  await openCount(tx, key);
  const count = await lockCount(tx, key);
  const place: PlaceRow = {
    id: random.id(),
    administration: row.administration,
    procedure_key: row.procedure_key,
    quota: key.quota,
    case_id: row.id,
    person_id: row.person_id,
    state: 'held',
    line: null,
    reserved_until: null,
    right_id: right.id,
    asked_at: new Date(clock.now()),
    ended: null,
  };
  await insertPlace(tx, { ...place, asked_at: clock.now() });
  await record(surroundings, tx, { act: 'confirmed', from: null, place, row, count, ceiling, voice });
};

/**
 * Counts a right that lived before it came here in every quota that counts its like. It has its place whatever the ceiling says: a
 * ceiling takes nothing away from whoever has something, and gives nothing more until there are fewer again.
 */
export const holdImported = async (surroundings: Surroundings, holding: Holding): Promise<void> => {
  const { tx, row, version } = holding;
  const today = dayOf(surroundings.clock.now());
  if (version.effect === 'ended' || (version.validTo !== null && version.validTo < today)) return;
  const { quotas, parameters } = await surroundings.library.latest(tx, row.procedure_key);
  const { administration, procedure_key: procedureKey } = row;
  for (const quota of quotas.values())
    if (isCounted(quota, holding))
      await hold(surroundings, holding, {
        key: { administration, procedureKey, quota: quota.key },
        ceiling: ceilingOn(parameters, quota, today),
      });
};
