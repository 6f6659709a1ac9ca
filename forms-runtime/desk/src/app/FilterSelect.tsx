import type { ChoiceOption } from '@irisflow/ui';

export interface FilterSelectProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string | undefined;
  /** Text of the choice that filters nothing; without it one of the options is always chosen. */
  readonly all?: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Narrows a list down. Unlike a form field it is never required, so it says nothing about that. */
export const FilterSelect = ({ id, label, options, value, all, onChange }: FilterSelectProps) => (
  <div className="desk-filter">
    <label htmlFor={id}>{label}</label>
    <select
      id={id}
      className="iris-input"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);
