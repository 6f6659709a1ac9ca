import { pointerOf, type CompiledForm, type FieldError, type FormData } from '@irisflow/forms';
import { acceptSubmission } from '@irisflow/forms/server';
import { fileControls } from '../columns/columns-of-form.ts';
import type { ImportColumn } from '../columns/import-column.ts';
import type { Finding } from './finding.ts';

export interface JudgedAnswers {
  /** What is kept: calculations done, and nothing that the form hides. */
  readonly data: FormData;
  readonly findings: readonly Finding[];
}

const within = (pointer: string, whole: string): boolean => pointer === whole || pointer.startsWith(`${whole}/`);

/** Of the rule alone: what is wrong with an identifier may name its digits. */
const paramsOf = ({ keyword, params: { limit, multipleOf } }: FieldError): Finding['params'] => ({
  keyword,
  ...(limit !== undefined && { limit }),
  ...(multipleOf !== undefined && { multipleOf }),
});

/** The column whose cell is meant; a field that the file has no column for is named all the same. */
const columnAt = (columns: readonly ImportColumn[], pointer: string): ImportColumn | undefined =>
  columns.find(({ path }) => path !== null && pointerOf(path) === pointer) ??
  columns.find(({ control }) => control !== null && within(pointer, control.pointer));

const asFinding = (columns: readonly ImportColumn[], error: FieldError): Finding => ({
  code: error.keyword === 'required' || error.keyword === 'format' ? error.keyword : 'rule',
  key: columnAt(columns, error.pointer)?.key ?? error.pointer,
  params: paramsOf(error),
});

interface ToJudge {
  readonly form: CompiledForm;
  readonly columns: readonly ImportColumn[];
  readonly data: FormData;
  /** The day on which the application came in: the rules of the form are asked as they were then. */
  readonly day: string;
}

/**
 * The form's rules over answers of a file, as over those of a filed application. What no cell can bring is not asked for:
 * files. What a rule hides goes, and is said.
 */
export const judgeAnswers = ({ form, columns, data, day }: ToJudge): JudgedAnswers => {
  const accepted = acceptSubmission(form, data, { prefilled: {}, context: { audience: 'applicant', today: day } });
  const files = fileControls(form).map(({ pointer }) => pointer);
  const errors = accepted.errors.filter(({ pointer }) => !files.some((file) => within(pointer, file)));
  const hidden = accepted.removed.map(({ pointer }): Finding => ({
    code: 'hidden',
    key: columnAt(columns, pointer)?.key ?? pointer,
    params: {},
  }));
  return {
    data: accepted.data,
    findings: [...errors.map((error) => asFinding(columns, error)), ...hidden],
  };
};
