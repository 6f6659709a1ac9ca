import type { Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { pointerOf, segmentsOf } from '@irisflow/forms';
import { listPublishedProcedures, type PublishedProcedure } from '@irisflow/procedures';
import type { FieldValue } from '../filter/field-value.ts';
import type { Surroundings } from '../surroundings.ts';
import { isBuiltIn } from './built-in-labels.ts';
import { type BuiltInContext, builtInValue, type CommunePlace } from './built-in-values.ts';
import { formFieldValue, versionsOf } from './form-field-value.ts';
import { fieldsOf } from './form-fields.ts';

const procedureOf = (key: string): string => key.split('/')[0] ?? '';

/** Where a version says the commune; nothing where it does not, or not to clerks. */
const communePathOf = (version: PublishedProcedure): readonly string[] | undefined => {
  const pointer = version.description.statistics?.commune;
  return pointer !== undefined && fieldsOf(version).has(`${version.key}/${pointer}`) ? segmentsOf(pointer) : undefined;
};

const placesOf = (versions: readonly PublishedProcedure[]): CommunePlace[] => {
  const places = new Map<string, CommunePlace>();
  for (const version of versions) {
    const path = communePathOf(version);
    if (path === undefined) continue;
    const earlier = places.get(pointerOf(path));
    const numbers = [...(earlier?.versions ?? []), version.version];
    places.set(pointerOf(path), { procedureKey: version.key, versions: numbers, path });
  }
  return [...places.values()];
};

/** Where applications to the procedures of an administration say the commune. */
export const communePlacesOf = async (
  surroundings: Surroundings,
  db: Queryable,
  { administration }: Clerk,
): Promise<CommunePlace[]> => {
  const published = await listPublishedProcedures(db, surroundings.library);
  const places: CommunePlace[] = [];
  for (const { key, administration: owner } of published)
    if (owner === administration)
      places.push(...placesOf(await versionsOf(surroundings, db, { administration, procedureKey: key })));
  return places;
};

interface Reader {
  readonly clerk: Clerk;
  readonly today: string;
}

/**
 * What the fields of a filter hold. A field that is not there and one that the reader may not read are the same: there is none.
 */
export const readFields = async (
  surroundings: Surroundings,
  db: Queryable,
  { clerk, today, keys }: Reader & { readonly keys: readonly string[] },
): Promise<(key: string, pointer: string) => FieldValue> => {
  const context: BuiltInContext = {
    personId: clerk.person.id,
    today,
    communePlaces: keys.includes('commune') ? await communePlacesOf(surroundings, db, clerk) : [],
  };
  const versions = new Map<string, readonly PublishedProcedure[]>();
  for (const procedureKey of new Set(keys.filter((key) => !isBuiltIn(key)).map(procedureOf)))
    versions.set(
      procedureKey,
      await versionsOf(surroundings, db, { administration: clerk.administration, procedureKey }),
    );
  return (key, pointer) => {
    const found = isBuiltIn(key)
      ? builtInValue(key, context)
      : formFieldValue(key, versions.get(procedureOf(key)) ?? []);
    if (found !== undefined) return found;
    throw new CaseworkError('VIEW_FIELD_UNKNOWN', `Expected a field that may be read, but found ${key.slice(0, 100)}`, {
      errors: [{ pointer, keyword: 'field' }],
    });
  };
};

/** What fields of forms are called; those that the reader may not read have no name. */
export const readLabels = async (
  surroundings: Surroundings,
  db: Queryable,
  { administration, keys }: { administration: string; keys: readonly string[] },
): Promise<ReadonlyMap<string, LocalizedText>> => {
  const labels = new Map<string, LocalizedText>();
  for (const procedureKey of new Set(keys.filter((key) => !isBuiltIn(key)).map(procedureOf)))
    for (const version of (await versionsOf(surroundings, db, { administration, procedureKey })).toReversed())
      for (const [key, { label }] of fieldsOf(version)) labels.set(key, label);
  return labels;
};
