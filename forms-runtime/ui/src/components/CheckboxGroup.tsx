import { classNames } from './class-names.ts';
import { FieldGroup, type FieldProps } from './Field.tsx';
import type { ChoiceOption } from './RadioGroup.tsx';

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly disabled?: boolean;
}

/** Any number of choices; answers keep the order of the options. */
export const CheckboxGroup = ({ options, value, onChange, disabled, ...field }: CheckboxGroupProps) => {
  const toggle = (changed: string): void => {
    const chosen = (option: ChoiceOption): boolean => value.includes(option.value) !== (option.value === changed);
    onChange(options.filter(chosen).map((option) => option.value));
  };
  return (
    <FieldGroup {...field}>
      <div className="iris-choices">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames('iris-choice', Boolean(field.error) && 'iris-choice--invalid')}
          >
            <input
              className="iris-choice__box"
              type="checkbox"
              checked={value.includes(option.value)}
              disabled={disabled}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
            {option.hint !== undefined && <span className="iris-choice__hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
};
