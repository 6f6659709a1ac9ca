import type { CodesOfField, ControlElement, FormDefinition, Widget } from '@irisflow/forms';
import { fieldOf, setOptions, setSchema } from './fields.ts';
import { addChoice, choicesOf, removeChoice } from './keys.ts';
import { childrenOf, places, tableAround } from './tree.ts';
import type { Texts } from './texts.ts';

const widgets: readonly Widget[] = ['radio', 'select', 'checkboxes'];

/** Whether a field is answered by choosing. */
export const asksChoice = (form: FormDefinition, control: ControlElement): boolean =>
  widgets.includes(control.options.widget) && fieldOf(form, control.id) !== undefined;

const withoutChoices = (form: FormDefinition, id: string): FormDefinition => {
  const emptied = choicesOf(form, id).reduce((next, { value }) => removeChoice(next, id, value), form);
  const items = fieldOf(emptied, id)?.schema.items;
  if (items === undefined) return setSchema(emptied, id, { oneOf: undefined, default: undefined });
  const { oneOf: _, ...each } = items;
  return setSchema(emptied, id, { items: each });
};

/** Takes the choices of a field from a code list; its own go. */
export const setCodes = (form: FormDefinition, id: string, codes: CodesOfField): FormDefinition =>
  setOptions(fieldOf(form, id)?.control.options.codes === undefined ? withoutChoices(form, id) : form, id, { codes });

/** Gives a field choices of its own again, one to begin with. */
export const leaveCodes = (form: FormDefinition, id: string, words: readonly Texts[]): FormDefinition =>
  words.reduce((next, one) => addChoice(next, id, one), setOptions(form, id, { codes: undefined }));

/** The fields of choices beside one, under whose answer its own choices may stand. */
export const choicesBeside = (form: FormDefinition, id: string): readonly ControlElement[] => {
  const table = tableAround(form, id);
  const beside = table === undefined ? places(form).map(({ element }) => element) : childrenOf(table);
  return beside.filter(
    (element): element is ControlElement =>
      element.type === 'Control' &&
      element.id !== id &&
      tableAround(form, element.id)?.id === table?.id &&
      asksChoice(form, element),
  );
};
