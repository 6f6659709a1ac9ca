import { useUiText } from '../i18n/ui-messages.ts';
import { classNames } from './class-names.ts';
import { Field, controlAttributes, type FieldProps } from './Field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** Shows how many characters are left; typing past it is allowed, so that pasted text is not cut. */
  readonly maxLength?: number;
}

const Counter = ({ left }: { readonly left: number }) => {
  const t = useUiText();
  const text = left < 0 ? t.plural('text.over', -left) : t.plural('text.left', left);
  return <output className={classNames('iris-counter', left < 0 && 'iris-counter--over')}>{text}</output>;
};

/** The count speaks only near the end; a number after every key would drown the person's own voice. */
const COUNT_FROM = 0.75;

/** Several lines of text. */
export const TextArea = ({ value, onChange, rows = 5, maxLength, ...field }: TextAreaProps) => (
  <Field {...field}>
    <textarea
      {...controlAttributes(field)}
      className="iris-input"
      rows={rows}
      value={value}
      readOnly={field.readOnly}
      onChange={(event) => onChange(event.target.value)}
    />
    {maxLength !== undefined && value.length >= maxLength * COUNT_FROM && <Counter left={maxLength - value.length} />}
  </Field>
);
