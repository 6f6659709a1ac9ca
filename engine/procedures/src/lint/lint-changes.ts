import { compileForm, restrictedControls, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import type { ProblemTextCode } from '../problem-texts.ts';
import { problemOf } from './problem.ts';

/**
 * What no applicant says anew: files, what is calculated or declared, and what is not for them. What a source filled in may be:
 * people move before a register knows, and a clerk looks at it.
 */
const isFixed = ({ widget, options, audiences, schema }: CompiledControl): boolean =>
  ['file', 'computed', 'declaration'].includes(widget) ||
  options.calc !== undefined ||
  schema.readOnly === true ||
  !audiences.includes('applicant');

const problemWith = (form: CompiledForm, field: string): ProblemTextCode | undefined => {
  const control = form.controls.find(({ pointer }) => pointer === field);
  if (control === undefined) return 'CHANGE_FIELD_UNKNOWN';
  // It is kept apart from the case, and would lie open in the declaration.
  if (restrictedControls(form).includes(control)) return 'CHANGE_FIELD_RESTRICTED';
  return isFixed(control) ? 'CHANGE_FIELD_FIXED' : undefined;
};

/** Fields that nobody asks or that no applicant may say anew; parts that are named twice or about nothing. */
export const lintChanges = ({ description, forms }: ProcedureFolder): ProcedureProblem[] => {
  const { fields = [], parts = [] } = description?.changes ?? {};
  const found = description === null ? undefined : forms.get(description.application.form);
  if (found === undefined) return [];
  const form = compileForm(found);
  const problem = (code: ProblemTextCode, subject: string, pointer: string) =>
    problemOf({ file: 'procedure.json', code, subject, place: { pointer: `/changes/${pointer}` } });
  return [
    ...fields.flatMap((field, index) => {
      const code = problemWith(form, field);
      return code === undefined ? [] : [problem(code, field, `fields/${index}`)];
    }),
    ...parts.flatMap(({ key, fields: about = [] }, index) => [
      ...(parts.findIndex((part) => part.key === key) < index
        ? [problem('CHANGE_PART_TWICE', key, `parts/${index}/key`)]
        : []),
      ...about.flatMap((field) => {
        const code = problemWith(form, field);
        // What is only shown may be a file or a sum.
        return code === undefined || code === 'CHANGE_FIELD_FIXED'
          ? []
          : [problem(code, field, `parts/${index}/fields`)];
      }),
    ]),
  ];
};
