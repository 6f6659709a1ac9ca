import type { ViewCondition, ViewField } from '@irisflow/client';
import { DateField, NumberField } from '@irisflow/ui';
import { ChoicePicker } from './ChoicePicker.tsx';
import { valueOf } from './view-draft.ts';

interface ValueProps {
  readonly id: string;
  readonly field: ViewField;
  /** Of the condition, in words. */
  readonly label: string;
  readonly condition: ViewCondition;
  readonly isInvalid: boolean;
  readonly onChange: (values: string[]) => void;
}

const listOf = (value: string | undefined): string[] => (value === undefined || value === '' ? [] : [value]);

/** A number as it was typed, while it is none. */
const typedNumber = (value: string | undefined): number | string | undefined =>
  value === undefined || !/^-?\d+(\.\d+)?$/.test(value) ? value : Number(value);

const TextValue = ({ id, label, condition, isInvalid, onChange }: ValueProps) => (
  <input
    id={id}
    type="text"
    className="iris-input"
    aria-label={label}
    aria-invalid={isInvalid || undefined}
    autoComplete="off"
    maxLength={200}
    value={condition.values[0] ?? ''}
    onChange={(event) => onChange(listOf(event.target.value))}
  />
);

const NumberValue = ({ id, label, condition, onChange, isWhole }: ValueProps & { readonly isWhole: boolean }) => (
  <NumberField
    id={id}
    label={label}
    {...(isWhole && { inputMode: 'numeric' as const })}
    value={typedNumber(condition.values[0])}
    onChange={(value) => onChange(listOf(value === undefined ? undefined : String(value)))}
  />
);

const DayValue = ({ id, label, condition, onChange }: ValueProps) => (
  <DateField id={id} label={label} value={condition.values[0]} onChange={(value) => onChange(listOf(value))} />
);

/** The control that fits a question: a text, a number, a day, choices, or nothing. */
export const ConditionValue = (props: ValueProps) => {
  const { field, condition, label, isInvalid, onChange } = props;
  const { operator } = condition;
  if (valueOf[operator] === null) return null;
  if (operator === 'pastDays' || operator === 'nextDays') return <NumberValue {...props} isWhole />;
  switch (field.kind) {
    case 'number':
      return <NumberValue {...props} isWhole={field.key === 'daysLeft'} />;
    case 'date':
      return <DayValue {...props} />;
    case 'choice':
      return (
        <ChoicePicker field={field} label={label} values={condition.values} isInvalid={isInvalid} onChange={onChange} />
      );
    default:
      return <TextValue {...props} />;
  }
};
