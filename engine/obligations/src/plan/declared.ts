import { calendarOf } from '@irisflow/terms';
import type { CompiledForm } from '@irisflow/forms';
import type { Queryable } from '@irisflow/database';
import type { ObligationDescription } from '@irisflow/procedures';
import type { ObligationRow } from '../storage/obligations.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Plan } from '@irisflow/calendar';

/** The rule of an obligation with the days from which and until when it counts. */
export type ObligationPlan = Plan<ObligationDescription>;

type Versioned = Pick<ObligationRow, 'procedure_key' | 'procedure_version' | 'obligation'>;
type Library = Pick<Surroundings, 'library'>;

const missing = ({ obligation, procedure_key: key, procedure_version: version }: Versioned): Error =>
  new Error(`Expected ${obligation} in version ${version} of ${key}, but it is not there`);

/** What an obligation is, as the version says under which it began. */
export const ruleOf = async ({ library }: Library, db: Queryable, row: Versioned): Promise<ObligationDescription> => {
  const { obligations } = await library.version(db, row.procedure_key, row.procedure_version);
  const rule = obligations.get(row.obligation);
  if (rule === undefined) throw missing(row);
  return rule;
};

/** The form by which its holder answers. */
export const formOf = async ({ library }: Library, db: Queryable, row: Versioned): Promise<CompiledForm> => {
  const { obligations, forms } = await library.version(db, row.procedure_key, row.procedure_version);
  const form = forms.get(obligations.get(row.obligation)?.form ?? '');
  if (form === undefined) throw missing(row);
  return form;
};

/** When it is due, by the working days of its administration as they are listed now. */
export const planOf = async (
  surroundings: Library,
  db: Queryable,
  row: Versioned & Pick<ObligationRow, 'administration' | 'starts_on' | 'ends_on'>,
): Promise<ObligationPlan> => ({
  rule: await ruleOf(surroundings, db, row),
  calendar: await calendarOf(db, { administration: row.administration, calendar: 'administration' }),
  from: row.starts_on,
  until: row.ends_on,
});
