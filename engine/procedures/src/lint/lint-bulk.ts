import { compileForm, pathOfScope, pointerOf, processBindings, type CompiledForm } from '@irisflow/forms';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

interface Offered {
  readonly elementId: string;
  readonly form: CompiledForm;
  readonly fields: readonly string[];
  readonly shown: readonly string[];
}

/** Pointers in one of the lists that lead to no field. */
const unknownFields = ({ elementId, form, ...lists }: Offered, list: 'fields' | 'shown'): ProcedureProblem[] =>
  lists[list].flatMap((subject, index) => {
    const place = { pointer: `/tasks/${elementId}/bulk/${list}/${index}` };
    return form.controls.some(({ pointer }) => pointer === subject)
      ? []
      : [problemOf({ file, code: 'BULK_FIELD_UNKNOWN', subject, found: form.form.key, place })];
  });

const unanswerable = ({ elementId, form, fields }: Offered): ProcedureProblem[] =>
  fields.flatMap((subject, index) => {
    const place = { pointer: `/tasks/${elementId}/bulk/fields/${index}` };
    const control = form.controls.find(({ pointer }) => pointer === subject);
    const isOnlyShown = control?.schema.readOnly === true || control?.options.calc !== undefined;
    return isOnlyShown ? [problemOf({ file, code: 'BULK_FIELD_SHOWN', subject, place })] : [];
  });

/** What everybody has to answer, that nobody is asked for and the process does not bring. */
const leftProblems = ({ elementId, form, fields }: Offered): ProcedureProblem[] => {
  const brought = new Set(processBindings(form).in.map(({ to }) => pointerOf(pathOfScope(to))));
  return (
    form.controls
      // What is shown under a condition may not be asked at all.
      .filter(({ required, showRules }) => required && showRules.length === 0)
      .filter(({ pointer }) => !fields.includes(pointer) && !brought.has(pointer))
      .map(({ pointer: subject }) => {
        const place = { pointer: `/tasks/${elementId}/bulk`, severity: 'warning' } as const;
        return problemOf({ file, code: 'BULK_FIELD_LEFT', subject, place });
      })
  );
};

/** Tasks that are offered for many cases at once with fields that cannot be answered so, or that leave something open. */
export const lintBulk = ({ description, forms }: ProcedureFolder): ProcedureProblem[] =>
  Object.entries(description?.tasks ?? {}).flatMap(([elementId, { form: key, bulk }]) => {
    const form = forms.get(key);
    if (bulk === undefined || form === undefined) return [];
    const offered = { elementId, form: compileForm(form), fields: bulk.fields, shown: bulk.shown ?? [] };
    return [
      ...unknownFields(offered, 'fields'),
      ...unknownFields(offered, 'shown'),
      ...unanswerable(offered),
      ...leftProblems(offered),
    ];
  });
