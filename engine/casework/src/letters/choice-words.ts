import { fieldChoices, formText, readAt, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import type { Locale } from '@irisflow/foundation';
import type { LetterTemplate } from '@irisflow/letters';
import type { PublishedProcedure } from '@irisflow/procedures';

interface Given {
  readonly procedure: PublishedProcedure;
  readonly template?: string | LetterTemplate;
  readonly values: Readonly<Record<string, unknown>>;
}

const ANSWER = /^application((?:\.\w+)+)$/;

/** The field of the application form whose answer an expression gives as it is. */
const answeredField = (form: CompiledForm, source: string): CompiledControl | undefined => {
  const path = ANSWER.exec(source.trim())?.[1]?.slice(1);
  return path === undefined ? undefined : form.controls.find((control) => control.path.join('.') === path);
};

/** The words of an answer by choice; undefined where one of its codes is no choice of the field. */
const wordsOf = ({ form }: CompiledForm, { schema }: CompiledControl, value: unknown, locale: Locale) => {
  const choices = fieldChoices(schema) ?? [];
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const titles = chosen.map((one) => choices.find((choice) => choice.const === one)?.title);
  const words = titles.flatMap((title) => (title === undefined ? [] : [formText(form, locale, title)]));
  return words.length === 0 || words.length < chosen.length ? undefined : words.join(', ');
};

/**
 * What the values of a letter read that are answers by choice to the application form, given to it as they are: a person reads
 * the words of a code.
 */
export const choiceWords = ({ procedure, template, values }: Given, locale: Locale): Record<string, string> => {
  const form = procedure.forms.get(procedure.description.application.form);
  const key = typeof template === 'object' ? template.key : template;
  if (form === undefined) return {};
  const given = procedure.letterSteps.filter((step) => step.template === key).flatMap((step) => step.values);
  return Object.fromEntries(
    given.flatMap(({ path, source }) => {
      const field = path.length === 0 ? undefined : answeredField(form, source);
      const words = field === undefined ? undefined : wordsOf(form, field, readAt(values, path), locale);
      return words === undefined
        ? []
        : ['values', 'variables'].map((root) => [[root, ...path].join('.'), words] as const);
    }),
  );
};
