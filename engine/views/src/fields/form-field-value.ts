import { canonicalJson } from '@irisflow/access';
import { sql, type Queryable } from '@irisflow/database';
import type { PublishedProcedure } from '@irisflow/procedures';
import { valueInJson, type FieldValue, type Sql } from '../filter/field-value.ts';
import { listVersionNumbers } from '../storage/form-versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { ofVersions } from './built-in-values.ts';
import { fieldsOf, type FormField, type Reading } from './form-fields.ts';

/** The versions of one procedure, the newest first; none for one of another administration. */
export const versionsOf = async (
  { library }: Surroundings,
  db: Queryable,
  asked: { administration: string; procedureKey: string },
): Promise<PublishedProcedure[]> => {
  const numbers = await listVersionNumbers(db, asked);
  const versions: PublishedProcedure[] = [];
  for (const number of numbers) versions.push(await library.version(db, asked.procedureKey, number));
  return versions;
};

const jsonOf = (reading: Reading): Sql => {
  switch (reading.from) {
    case 'application':
      return sql`(f.data #> ${reading.path}::text[])`;
    case 'answers':
      return sql`(select x.answers #> ${reading.path}::text[] from casework.task x
        where x.case_id = t.case_id and x.element_id = ${reading.step} and x.state = 'completed' and x.answers is not null
        order by x.ended_at desc limit 1)`;
    case 'proposal':
      return sql`(select x.proposal -> ${reading.variable}::text from casework.task x
        where x.case_id = t.case_id and x.element_id = ${reading.step} and x.state = 'completed' and x.proposal is not null
        order by x.ended_at desc limit 1)`;
  }
};

const isSame = (one: FormField, other: FormField | undefined): boolean =>
  other?.kind === one.kind && canonicalJson(other.reading) === canonicalJson(one.reading);

/**
 * What a field of a form holds, in those versions alone that show it to clerks and keep it the same way: of the others nothing is
 * true, so that a filter tells nobody what they may not read.
 */
export const formFieldValue = (key: string, versions: readonly PublishedProcedure[]): FieldValue | undefined => {
  const field = versions.map((version) => fieldsOf(version).get(key)).find((found) => found !== undefined);
  const [newest] = versions;
  if (field === undefined || newest === undefined) return undefined;
  const readable = versions.filter((version) => isSame(field, fieldsOf(version).get(key)));
  return {
    kind: field.kind,
    value: valueInJson(field.kind, jsonOf(field.reading)),
    within: ofVersions({ procedureKey: newest.key, versions: readable.map(({ version }) => version) }),
  };
};
