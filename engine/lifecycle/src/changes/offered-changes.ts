import { applicationForm, type CaseRow, hasEnded, wordOf } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { formText, readAt, segmentsOf } from '@irisflow/forms';
import { CaseworkError, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type {
  ChangesDescription,
  ProcedureDescription,
  PublishedProcedure,
  WithdrawablePart,
} from '@irisflow/procedures';
import type { ChangeRow } from '../storage/changes.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ToldChange } from '../views/change.ts';

const nothing: ChangesDescription = {};

/** What the procedure of a case lets be declared; nothing of one that ended, or of an appeal on paper, which has no answers. */
export const offeredOf = ({ description }: Pick<PublishedProcedure, 'description'>, row: CaseRow): ChangesDescription =>
  hasEnded(row) || row.appeal_of !== null ? nothing : (description.changes ?? nothing);

export const procedureOf = ({ library }: Surroundings, db: Queryable, row: CaseRow): Promise<PublishedProcedure> =>
  library.version(db, row.procedure_key, row.procedure_version);

export const requireRunning = (row: CaseRow): void => {
  if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
};

export const notOffered = (row: CaseRow, what: string) =>
  new CaseworkError(
    'CHANGE_NOT_OFFERED',
    `Expected something that ${row.procedure_key} lets be declared, but found ${what.slice(0, 80)}`,
  );

/** A part in every language, also one that a later version of the procedure no longer has. */
export const partLabel = ({ changes }: ProcedureDescription, key: string): LocalizedText =>
  changes?.parts?.find((part) => part.key === key)?.label ?? inEveryLocale(() => key);

/** What a change or a withdrawal is about, in a few words. */
export const subjectOf = (
  description: ProcedureDescription,
  { part, told }: Pick<ChangeRow, 'part' | 'told'>,
): readonly LocalizedText[] => (part === null ? told.map(({ label }) => label) : [partLabel(description, part)]);

/** What was answered about a part, which is asked for no longer. */
export const answersAbout = (
  procedure: PublishedProcedure,
  row: CaseRow,
  { fields = [] }: WithdrawablePart,
): ToldChange[] => {
  const form = applicationForm(procedure);
  return fields.flatMap((pointer) => {
    const control = form.controls.find((one) => one.pointer === pointer);
    const value = readAt(row.data, segmentsOf(pointer));
    if (control === undefined || value === undefined) return [];
    return [
      {
        pointer,
        label: inEveryLocale((locale) => formText(form.form, locale, `${control.i18n}.label`)),
        before: inEveryLocale((locale) => wordOf(form, control, locale, value)),
        after: inEveryLocale(() => '–'),
      },
    ];
  });
};
