import { compileForm, formText, parseForm, type CompiledForm } from '@irisflow/forms';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { NameChoice } from '../workspace/name-choices.ts';

/** A field of the application form, in its words. */
export interface Asked {
  readonly pointer: string;
  readonly label: string;
  /** In a row of a table. */
  readonly isCell: boolean;
}

/** What the application asks, rows counted out, in the words of its form. */
const askedBy = ({ controls, form }: CompiledForm, locale: 'fr' | 'nl' | 'en'): Asked[] =>
  controls.flatMap(({ pointer, i18n, rows }) => {
    const label = formText(form, locale, `${i18n}.label`);
    const cells = rows.map((row) => ({
      pointer: `${pointer}${row.pointer}`,
      label: `${label} – ${formText(form, locale, `${row.i18n}.label`)}`,
      isCell: true,
    }));
    return [{ pointer, label, isCell: false }, ...cells];
  });

/** Fields of the application form as it is drafted; none while it cannot be read. */
export const useAsked = (form: string): readonly Asked[] => {
  const { locale } = useTexts();
  const { content } = useDraftFile(`${form}.form.json`);
  return useMemo(() => {
    const parsed = content === null ? undefined : parseForm(content);
    return parsed?.ok === true ? askedBy(compileForm(parsed.form), locale) : [];
  }, [content, locale]);
};

/** Whole answers of the application form, to choose from. */
export const useAnswers = (form: string): readonly NameChoice[] => {
  const asked = useAsked(form);
  return useMemo(
    () => asked.filter(({ isCell }) => !isCell).map(({ pointer, label }) => ({ value: pointer, label })),
    [asked],
  );
};

/** The same with a part of an answer that is chosen already, such as the commune of an address. */
export const withPart = (answers: readonly NameChoice[], pointer: string | undefined): readonly NameChoice[] => {
  const whole = answers.find(({ value }) => pointer?.startsWith(`${value}/`));
  if (pointer === undefined || whole === undefined) return answers;
  const part = { value: pointer, label: `${whole.label} – ${pointer.slice(whole.value.length + 1)}` };
  return [part, ...answers];
};
