import {
  compileForm,
  formText,
  readAt,
  settle,
  type FormData,
  type FormDefinition,
  type TextLocale,
} from '@irisflow/forms';

export interface Outcome {
  /** The question, such as "Proposal". */
  readonly question: string;
  /** The chosen answer, such as "Grant the allowance". */
  readonly answer: string;
}

interface Filled {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly locale: TextLocale;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * What a filled-in task form decides: its first radio question that the agent answers. Undefined when the form only
 * records things; then nobody needs to be asked twice.
 */
export const outcomeOf = ({ form, data, locale, today }: Filled): Outcome | undefined => {
  const compiled = compileForm(form);
  const settled = settle(compiled, data, { audience: 'agent', today });
  const question = compiled.controls.find(
    (control) => control.widget === 'radio' && control.schema.readOnly !== true && settled.visible.has(control.id),
  );
  if (question === undefined) return undefined;
  const value = readAt(settled.data, question.path);
  const choice = question.schema.oneOf?.find((candidate) => candidate.const === value);
  if (choice === undefined) return undefined;
  return {
    question: formText(form, locale, `${question.i18n}.label`),
    answer: formText(form, locale, choice.title),
  };
};
