import { formText, type CompiledControl, type FieldSchema } from '@irisflow/forms';
import type { ChoiceOption } from '@irisflow/ui';
import { useFormScope } from './form-scope.ts';

const choiceSchema = (schema: FieldSchema): FieldSchema => schema.items ?? schema;

/** The choices of a control with their labels: from its schema, or from its code list. */
export const useChoices = (control: CompiledControl): readonly ChoiceOption[] => {
  const { compiled, locale, codeLists } = useFormScope();
  const { oneOf } = choiceSchema(control.schema);
  if (oneOf === undefined) return codeLists[control.codeList ?? ''] ?? [];
  return oneOf.map((choice) => ({ value: String(choice.const), label: formText(compiled.form, locale, choice.title) }));
};

/** Gives a chosen text back the type its schema asks for. */
export const typedChoice = (control: CompiledControl, value: string | undefined): unknown => {
  if (value === undefined) return undefined;
  const { oneOf } = choiceSchema(control.schema);
  return oneOf?.find((choice) => String(choice.const) === value)?.const ?? value;
};
