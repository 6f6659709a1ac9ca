import type { FormDefinition, Rule } from '@irisflow/forms';
import { updateElement } from './tree.ts';

/** Sets what happens to an element on a condition; undefined: nothing. */
export const setRule = (form: FormDefinition, id: string, rule: Rule | undefined): FormDefinition =>
  updateElement(form, id, (element) => {
    if (rule !== undefined) return { ...element, rule };
    const { rule: _, ...bare } = element;
    return bare;
  });
