import { optionalText, type FormDefinition } from '@irisflow/forms';
import { useTexts } from '../texts/use-texts.ts';
import { fieldOf } from './edit/fields.ts';
import type { Element } from './edit/tree.ts';
import { kindOfField } from './palette/field-kinds.ts';

export interface ElementWords {
  /** What the element is called in the form, in the language of the screens. */
  name(element: Element): string;
  /** What it is. */
  kind(element: Element): string;
}

/** How the editor speaks of the elements of a form. */
export const useElementWords = (form: FormDefinition): ElementWords => {
  const t = useTexts();
  const kind = (element: Element): string => {
    if (element.type !== 'Control') return t(`form.element.${element.type}`);
    const known = kindOfField(element.options.widget, fieldOf(form, element.id)?.schema.format);
    return t(`form.kind.${known ?? 'text'}`);
  };
  return {
    name(element) {
      if (!('i18n' in element)) return kind(element);
      const label = optionalText(form, t.locale, `${element.i18n}.label`);
      return label ?? optionalText(form, t.locale, `${element.i18n}.text`) ?? element.id;
    },
    kind,
  };
};
