import { canonicalJson } from '@irisflow/access';
import { wordOf } from '@irisflow/casework';
import { formText, readAt, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale, type FormData, type LocalizedText } from '@irisflow/foundation';

export interface ChangedAnswer {
  readonly pointer: string;
  readonly label: LocalizedText;
  readonly before: LocalizedText;
  readonly after: LocalizedText;
}

/** Which answers differ, in the words of the form; what it calculates follows from the others and is not told. */
export const changedAnswers = (form: CompiledForm, before: FormData, after: FormData): ChangedAnswer[] =>
  form.controls
    .filter(({ options }) => options.calc === undefined)
    .flatMap((control): ChangedAnswer[] => {
      const [was, is] = [readAt(before, control.path), readAt(after, control.path)];
      if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return [];
      const words = (value: unknown) => inEveryLocale((locale) => wordOf(form, control, locale, value));
      return [
        {
          pointer: control.pointer,
          label: inEveryLocale((locale) => formText(form.form, locale, `${control.i18n}.label`)),
          before: words(was),
          after: words(is),
        },
      ];
    });
