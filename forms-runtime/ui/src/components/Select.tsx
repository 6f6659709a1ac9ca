import { useUiText } from '../i18n/ui-messages.ts';
import { Field, controlAttributes, type FieldProps } from './Field.tsx';
import type { ChoiceOption } from './RadioGroup.tsx';

export interface SelectProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value: string | undefined;
  /** Receives undefined when the person goes back to "choose". */
  readonly onChange: (value: string | undefined) => void;
  readonly autoComplete?: string;
  /** Text of the empty choice. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One choice out of a long list. */
export const Select = ({ options, value, onChange, autoComplete, placeholder, disabled, ...field }: SelectProps) => {
  const t = useUiText();
  return (
    <Field {...field}>
      <select
        {...controlAttributes(field)}
        className="iris-input"
        autoComplete={autoComplete}
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{placeholder ?? t('select.empty')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
};
