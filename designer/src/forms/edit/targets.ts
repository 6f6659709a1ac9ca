import { pathOfScope, type FormDefinition } from '@irisflow/forms';
import { targetOf, type Target } from '@irisflow/names';
import { fieldOf } from './fields.ts';
import { findPlace, within } from './tree.ts';

/** The file that a form stands in. */
export const fileOfForm = ({ key }: FormDefinition): string => `${key}.form.json`;

/** A field as others name it: by its form and where its answer is kept; null for what keeps none. */
export const targetOfField = (form: FormDefinition, id: string): Target | null => {
  const field = fieldOf(form, id);
  if (field === undefined) return null;
  const around = field.table === undefined ? [] : pathOfScope(field.table.scope);
  return targetOf.field(form.key, [...around, ...pathOfScope(field.control.scope)]);
};

/** The variable of a process that a field gives under another name than its own; null for none. */
export const variableOfField = (form: FormDefinition, id: string): Target | null => {
  const scope = fieldOf(form, id)?.control.scope;
  const bound = form.bindings?.process?.out?.find(({ from }) => from === scope);
  return bound === undefined ? null : targetOf.variable(bound.to);
};

/** A field and the variable that it gives: whoever uses one of them would miss it. */
export const targetsOfField = (form: FormDefinition, id: string): readonly Target[] =>
  [targetOfField(form, id), variableOfField(form, id)].filter((target) => target !== null);

/** Every field that goes with an element: itself, or what stands in it. */
export const targetsIn = (form: FormDefinition, id: string): readonly Target[] => {
  const element = findPlace(form, id)?.element;
  return element === undefined ? [] : within(element).flatMap((one) => targetsOfField(form, one.id));
};
