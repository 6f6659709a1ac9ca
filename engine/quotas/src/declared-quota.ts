import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { ceilingOn, type QuotaDescription } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

export interface Declared {
  readonly quota: QuotaDescription;
  /** How many places there are on the day. */
  readonly ceiling: number | null;
}

type Library = Pick<Surroundings, 'library'>;

interface Wanted {
  readonly procedureKey: string;
  readonly quota: string;
  readonly day: string;
}

/** A quota as the newest version of its procedure declares it: all cases share its places, whichever version they began with. */
export const declaredQuota = async (
  { library }: Library,
  db: Queryable,
  { procedureKey, quota: key, day }: Wanted,
): Promise<Declared | undefined> => {
  const { quotas, parameters } = await library.latest(db, procedureKey);
  const quota = quotas.get(key);
  return quota === undefined ? undefined : { quota, ceiling: ceilingOn(parameters, quota, day) };
};

export const requireQuota = async (surroundings: Library, db: Queryable, wanted: Wanted): Promise<Declared> => {
  const found = await declaredQuota(surroundings, db, wanted);
  if (found !== undefined) return found;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a quota of ${wanted.procedureKey}, but found ${wanted.quota.slice(0, 80)}`,
    { errors: [{ pointer: '/quota', keyword: 'unknown' }] },
  );
};

type Versioned = Pick<CaseRow, 'procedure_key' | 'procedure_version'>;

/** What people call a quota, also one that newer versions know no more. */
export const quotaName = async (
  { library }: Library,
  db: Queryable,
  { procedure_key: procedureKey, procedure_version: version }: Versioned,
  key: string,
): Promise<LocalizedText> => {
  const { quotas } = await library.latest(db, procedureKey);
  const known = quotas.get(key) ?? (await library.version(db, procedureKey, version)).quotas.get(key);
  return known?.name ?? inEveryLocale(() => key);
};
