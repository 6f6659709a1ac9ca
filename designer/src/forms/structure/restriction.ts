import type { CategoryElement, ControlElement, FormDefinition, FormElement, Restriction } from '@irisflow/forms';

type Element = CategoryElement | FormElement;

const withRestriction = (control: ControlElement, restriction: Restriction | undefined): ControlElement => {
  const { restricted: _, ...options } = control.options;
  return { ...control, options: restriction === undefined ? options : { ...options, restricted: restriction } };
};

const edited = (elements: readonly Element[], id: string, restriction: Restriction | undefined): Element[] =>
  elements.map((element) => {
    if (element.type === 'Control') return element.id === id ? withRestriction(element, restriction) : element;
    if (!('elements' in element)) return element;
    return { ...element, elements: edited(element.elements, id, restriction) } as Element;
  });

/** Restricts the answers to a field, or no longer. */
export const setRestriction = (
  form: FormDefinition,
  id: string,
  restriction: Restriction | undefined,
): FormDefinition => ({
  ...form,
  uischema: {
    ...form.uischema,
    elements: edited(form.uischema.elements, id, restriction) as readonly CategoryElement[],
  },
});
