import { optionalText, type CategoryElement, type FormDefinition, type FormElement } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { kindOfField } from './field-palette.ts';

export interface ElementWords {
  /** What the element is called in the form, in the language of the screens. */
  name(element: CategoryElement | FormElement): string;
  /** What it is. */
  kind(element: CategoryElement | FormElement): string;
}

/** How the structure list speaks of the elements of a form. */
export const useElementWords = (form: FormDefinition): ElementWords => {
  const t = useTexts();
  return {
    name(element) {
      if (!('i18n' in element)) return element.id;
      const label = optionalText(form, t.locale, `${element.i18n}.label`);
      return label ?? optionalText(form, t.locale, `${element.i18n}.text`) ?? element.id;
    },
    kind(element) {
      if (element.type !== 'Control') return t(`form.element.${element.type}`);
      const stored = form.schema.properties[element.scope.replace('#/properties/', '')];
      const kind = kindOfField(element.options.widget, stored?.format);
      return kind === undefined
        ? t(`form.kind.${element.options.widget === 'computed' ? 'computed' : 'table'}`)
        : t(`form.kind.${kind}`);
    },
  };
};
