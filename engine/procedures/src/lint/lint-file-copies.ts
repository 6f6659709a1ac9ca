import { compileForm, type CompiledForm } from '@irisflow/forms';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

/** Pointers of everything that is asked, rows counted out, and of what contains it. */
const askedBy = ({ controls }: CompiledForm): ReadonlySet<string> => {
  const pointers = controls.flatMap(({ pointer, rows }) => [pointer, ...rows.map((row) => pointer + row.pointer)]);
  return new Set(
    pointers.flatMap((pointer) => {
      const parts = pointer.split('/');
      return parts.slice(1).map((_part, index) => parts.slice(0, index + 2).join('/'));
    }),
  );
};

/** A field that copies are to be without and that nobody asks: misspelled, it would go out. */
export const lintFileCopies = ({ description, forms }: ProcedureFolder): ProcedureProblem[] => {
  const form = description === null ? undefined : forms.get(description.application.form);
  if (form === undefined) return [];
  const asked = askedBy(compileForm(form));
  return (description?.fileCopies?.withhold ?? []).flatMap(({ field }, index) =>
    asked.has(field)
      ? []
      : [
          problemOf({
            file: 'procedure.json',
            code: 'WITHHELD_UNKNOWN',
            subject: field,
            place: { pointer: `/fileCopies/withhold/${index}/field` },
          }),
        ],
  );
};
