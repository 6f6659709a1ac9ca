import type { CategoryElement, FormDefinition, FormElement } from './form.ts';
import { pathOfScope, pointerOf } from './pointer.ts';

/** An element with the fields that stay, or nothing where none does; notices go with the fields that they stand beside. */
const narrowed = (element: FormElement, stays: (scope: string) => boolean): FormElement | undefined => {
  if (element.type === 'Control') return stays(element.scope) ? element : undefined;
  if (element.type === 'Label') return undefined;
  const elements = element.elements.flatMap((one) => narrowed(one, stays) ?? []);
  return elements.length === 0 ? undefined : { ...element, elements };
};

/** A form that asks some of its fields alone, by their JSON pointers; its rules still look at all of its data. */
export const narrowForm = (form: FormDefinition, pointers: readonly string[]): FormDefinition => {
  const stays = (scope: string): boolean => pointers.includes(pointerOf(pathOfScope(scope)));
  const pages = form.uischema.elements.flatMap((page): CategoryElement[] => {
    const elements = page.elements.flatMap((one) => narrowed(one, stays) ?? []);
    return elements.length === 0 ? [] : [{ ...page, elements }];
  });
  return { ...form, uischema: { ...form.uischema, elements: pages } };
};
