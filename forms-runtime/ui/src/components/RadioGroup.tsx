import { classNames } from './class-names.ts';
import { FieldGroup, type FieldProps } from './Field.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly inline?: boolean;
  readonly disabled?: boolean;
}

/** One choice out of a few, all in view. */
export const RadioGroup = ({ options, value, onChange, inline = false, disabled, ...field }: RadioGroupProps) => (
  <FieldGroup {...field}>
    <div className={classNames('iris-choices', inline && 'iris-choices--inline')}>
      {options.map((option) => (
        <label key={option.value} className={classNames('iris-choice', Boolean(field.error) && 'iris-choice--invalid')}>
          <input
            className="iris-choice__box"
            type="radio"
            name={field.id}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            required={field.optional !== true && field.readOnly !== true}
            aria-describedby={field.error ? `${field.id}-error` : undefined}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
          {option.hint !== undefined && <span className="iris-choice__hint">{option.hint}</span>}
        </label>
      ))}
    </div>
  </FieldGroup>
);
