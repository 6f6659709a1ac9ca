import { fieldChoices, formText, offeredChoices, type CompiledControl } from '@irisflow/forms';
import type { ChoiceOption } from '@irisflow/ui';
import { useFormScope } from './form-scope.ts';

const choicesOf = ({ schema }: CompiledControl) => fieldChoices(schema) ?? [];

/** Every choice of a control with its label, whether it is still offered or not: what was answered is read with them. */
export const useChoices = (control: CompiledControl): readonly ChoiceOption[] => {
  const { compiled, locale } = useFormScope();
  return choicesOf(control).map((choice) => ({
    value: String(choice.const),
    label: formText(compiled.form, locale, choice.title),
  }));
};

/** The choices that a person has, on this day and beside the other answers in `holder`; one that is only read shows its answer. */
export const useOfferedChoices = (
  control: CompiledControl,
  { holder, readOnly }: { readonly holder: unknown; readonly readOnly: boolean },
): readonly ChoiceOption[] => {
  const { today } = useFormScope();
  const all = useChoices(control);
  if (readOnly) return all;
  const offered = new Set(offeredChoices(control, holder, today).map((choice) => String(choice.const)));
  return all.filter(({ value }) => offered.has(value));
};

const beside = (controls: readonly CompiledControl[], control: CompiledControl): readonly CompiledControl[] =>
  controls.includes(control) ? controls : (controls.find(({ rows }) => rows.includes(control))?.rows ?? []);

/** The label of the field that must be answered first; undefined where choices do not wait for one. */
export const useAnswerFirst = (control: CompiledControl, offered: readonly ChoiceOption[]): string | undefined => {
  const { compiled, locale } = useFormScope();
  const under = control.options.codes?.under;
  if (under === undefined || offered.length > 0) return undefined;
  const parent = beside(compiled.controls, control).find(({ scope }) => scope === under);
  return parent === undefined ? undefined : formText(compiled.form, locale, `${parent.i18n}.label`);
};

/** Gives a chosen text back the type its schema asks for. */
export const typedChoice = (control: CompiledControl, value: string | undefined): unknown => {
  if (value === undefined) return undefined;
  return choicesOf(control).find((choice) => String(choice.const) === value)?.const ?? value;
};
