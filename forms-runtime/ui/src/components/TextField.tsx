import type { HTMLInputAutoCompleteAttribute } from 'react';
import { classNames } from './class-names.ts';
import { Field, controlAttributes, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Room for about that many characters; a hint of the expected length. */
  readonly size?: '4' | '10' | '20';
  /** Digits of equal width, for numbers that are codes. */
  readonly code?: boolean;
  readonly disabled?: boolean;
  /** More than the platform takes cannot be typed. */
  readonly maxLength?: number;
}

/** One line of text. */
export const TextField = ({
  value,
  onChange,
  onBlur,
  type = 'text',
  inputMode,
  autoComplete,
  size,
  code = false,
  disabled,
  maxLength,
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    <input
      {...controlAttributes(field)}
      className={classNames('iris-input', size !== undefined && `iris-input--${size}`, code && 'iris-input--code')}
      type={type}
      inputMode={inputMode}
      autoComplete={autoComplete}
      spellCheck={type === 'text' && !code}
      value={value}
      readOnly={field.readOnly}
      disabled={disabled}
      maxLength={maxLength}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  </Field>
);
