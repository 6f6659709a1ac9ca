import type { CompiledControl, CompiledForm } from './compile-form.ts';
import type { FormData } from './form.ts';
import type { FormFinding } from './lint-form.ts';
import { readAt, writeAt } from './pointer.ts';
import { scopesReadBy } from './scopes-read.ts';

export type RestrictionFinding = 'FORM_RESTRICTED_FILE' | 'FORM_RESTRICTED_ROW' | 'FORM_RESTRICTED_TELLS';

export const isRestricted = ({ options }: CompiledControl): boolean => options.restricted !== undefined;

/** The fields of a form whose answers are kept apart. */
export const restrictedControls = ({ controls }: CompiledForm): readonly CompiledControl[] =>
  controls.filter(isRestricted);

const within = (scope: string, whole: string): boolean => scope === whole || scope.startsWith(`${whole}/`);

/** Whether a field shows, by its rules or its calculation, something of one of these others. */
export const tellsOf = (control: CompiledControl, others: readonly CompiledControl[]): boolean =>
  scopesReadBy(control).some((scope) =>
    others.some((other) => other !== control && (within(scope, other.scope) || within(other.scope, scope))),
  );

/** Data without the answers at some fields. */
export const withoutAnswers = (data: FormData, controls: readonly CompiledControl[]): FormData =>
  controls.reduce<FormData>(
    (rest, { path }) => (readAt(rest, path) === undefined ? rest : writeAt(rest, path, undefined)),
    data,
  );

const finding = (code: RestrictionFinding, { id }: CompiledControl, detail: string): FormFinding => ({
  code,
  severity: 'error',
  subject: id,
  detail,
});

/** Restricting a field is in vain where another one gives it away, and a row has no place of its own to be kept at. */
export const restrictionFindings = (compiled: CompiledForm): readonly FormFinding[] => {
  const { controls } = compiled;
  const apart = restrictedControls(compiled);
  return [
    ...apart
      .filter(({ file, widget }) => file !== undefined || widget === 'file')
      .map((control) => finding('FORM_RESTRICTED_FILE', control, 'files are not kept apart')),
    ...controls
      .flatMap(({ rows }) => rows)
      .filter(isRestricted)
      .map((control) => finding('FORM_RESTRICTED_ROW', control, 'restrict the table as a whole')),
    ...controls
      .filter((control) => !isRestricted(control) && tellsOf(control, apart))
      .map((control) => finding('FORM_RESTRICTED_TELLS', control, 'it shows what a restricted field was answered')),
  ];
};
