import { pathOfScope, type FormDefinition } from '@irisflow/forms';
import { formType, type ValueType } from '@irisflow/names';
import { fieldsInWords, type NameChoice } from '../../conditions/choices-of-names.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { tableAround, within, type Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { useElementWords } from '../use-element-words.ts';

const nameOf = (scope: string): string => pathOfScope(scope).join('.');

const inside = (type: ValueType, path: readonly string[]): ValueType | undefined =>
  path.reduce<ValueType | undefined>(
    (at, name) => (at?.kind === 'context' ? at.fields.find((field) => field.name === name)?.type : undefined),
    type,
  );

/** What the rows of a table are made of. */
const rowType = (form: FormDefinition, tableScope: string): ValueType | undefined => {
  const table = inside(formType(form), pathOfScope(tableScope));
  return table?.kind === 'list' ? table.of : undefined;
};

/** Fields that a condition of an element may look at: those beside it in its row, or all of the form, but its own. */
export const useConditionNames = (element: Element): readonly NameChoice[] => {
  const t = useTexts();
  const { filled: form } = useFormEditing();
  const words = useElementWords(form);
  const table = tableAround(form, element.id);
  const type = table === undefined ? formType(form) : rowType(form, table.scope);
  if (type === undefined) return [];
  const own = within(element).flatMap((one) => (one.type === 'Control' ? [nameOf(one.scope)] : []));
  const group = table === undefined ? t('forms.rule.fields') : words.name(table);
  return fieldsInWords(type, group, t.locale).filter(
    ({ name }) => !own.some((one) => name === one || name.startsWith(`${one}.`)),
  );
};

/** The same for the rows of a table, as a count of them asks. */
export const useRowNames = (tableScope: string): readonly NameChoice[] => {
  const t = useTexts();
  const { filled: form } = useFormEditing();
  const type = rowType(form, tableScope);
  return type === undefined ? [] : fieldsInWords(type, t('forms.rule.fields'), t.locale);
};
