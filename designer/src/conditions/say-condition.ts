import type { ValueType } from '@irisflow/names';
import { formattersFor, type Translator } from '@irisflow/ui';
import type { OwnKey, TextKey } from '../texts/use-texts.ts';
import type { NameChoice } from './choices-of-names.ts';
import { isComplete, isUnary, type Group, type Line, type Operator, type Part, type Value } from './condition.ts';
import { conditionOfFeel } from './feel-condition.ts';

/** The words of an operator, as they fit a type: a day is before another one, an amount is less. */
export const operatorKey = (operator: Operator, type: ValueType): OwnKey =>
  type.kind === 'date' &&
  (operator === 'isLess' || operator === 'isMore' || operator === 'isAtMost' || operator === 'isAtLeast')
    ? `condition.operator.${operator}.date`
    : `condition.operator.${operator}`;

interface Saying {
  readonly names: readonly NameChoice[];
  readonly t: Translator<TextKey>;
  /** How a name is said that nothing describes. */
  readonly sayName?: (name: string) => string;
}

const unknown: ValueType = { kind: 'unknown' };

const choiceText = (choice: string | number, type: ValueType, { t }: Saying): string => {
  const known = type.kind === 'choice' ? type.choices.find(({ value }) => value === choice) : undefined;
  return known?.label[t.locale] ?? `${choice}`;
};

const valueText = (value: Value, type: ValueType, saying: Saying): string => {
  const { names, t } = saying;
  switch (value.kind) {
    case 'text':
      return choiceText(value.text, type, saying);
    case 'number':
      return formattersFor(t.locale).number(value.number);
    case 'yesNo':
      return t(value.isYes ? 'condition.yes' : 'condition.no');
    case 'day':
      return formattersFor(t.locale).longDate(value.day);
    case 'today':
      return t('condition.kind.today');
    case 'name':
      return names.find(({ name }) => name === value.name)?.label ?? value.name;
    case 'choices':
      return value.choices.map((choice) => choiceText(choice, type, saying)).join(', ');
  }
};

const lineText = ({ name, operator, value }: Line, saying: Saying): string => {
  const known = saying.names.find((one) => one.name === name);
  const type = known?.type ?? unknown;
  const said = [known?.label ?? saying.sayName?.(name) ?? name, saying.t(operatorKey(operator, type))];
  return (isUnary(operator) || value === null ? said : [...said, valueText(value, type, saying)]).join(' ');
};

const partText = (part: Part, saying: Saying): string => {
  if (part.kind === 'line') return lineText(part, saying);
  if (part.kind === 'written') return part.text;
  return part.isNegated || part.parts.length < 2 ? groupText(part, saying) : `(${groupText(part, saying)})`;
};

const groupText = ({ parts, join, isNegated }: Group, saying: Saying): string => {
  const { t } = saying;
  const text = parts.map((part) => partText(part, saying)).join(` ${t(`condition.said.${join}`)} `);
  return isNegated ? t('condition.said.not', { condition: text }) : text;
};

/** A FEEL condition, without a leading `=`, as a sentence; null where it has no words. */
export const saidCondition = (feel: string, saying: Saying): string | null => {
  const condition = conditionOfFeel(feel);
  return condition === null || !isComplete(condition) ? null : groupText(condition, saying);
};
