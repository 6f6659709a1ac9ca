import { useState } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { classNames } from './class-names.ts';
import { controlAttributes, FieldGroup, type FieldProps } from './Field.tsx';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`; while boxes are missing or wrong, the parts as typed joined by dashes. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** True for the person's own birth date, so that browsers can fill it in. */
  readonly birthday?: boolean;
}

type Part = 'year' | 'month' | 'day';
type Parts = Readonly<Record<Part, string>>;

const ORDER: readonly Part[] = ['day', 'month', 'year'];

const split = (value: string | undefined): Parts => {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  return { year, month: month.replace(/^0(?=\d)/, ''), day: day.replace(/^0(?=\d)/, '') };
};

const join = ({ year, month, day }: Parts): string | undefined => {
  if (`${year}${month}${day}`.trim() === '') return undefined;
  const pad = (text: string): string => (/^\d$/.test(text) ? `0${text}` : text);
  return `${year}-${pad(month)}-${pad(day)}`;
};

/**
 * A date in three boxes. People know dates by heart as day, month, year, and a browser's own date picker follows the
 * browser's language instead of the page's.
 */
export const DateField = ({ value, onChange, birthday = false, ...field }: DateFieldProps) => {
  const t = useUiText();
  const [typed, setTyped] = useState<Parts>(() => split(value));
  const { 'aria-required': required, 'aria-invalid': invalid } = controlAttributes(field);
  const parts = join(typed) === value ? typed : split(value);
  const change = (part: Part, text: string): void => {
    const next = { ...parts, [part]: text.trim() };
    setTyped(next);
    onChange(join(next));
  };
  return (
    <FieldGroup {...field}>
      <div className="iris-date">
        {ORDER.map((part) => (
          <label key={part} className={classNames('iris-date__part', `iris-date__part--${part}`)}>
            {t(`date.${part}`)}
            <input
              className="iris-input"
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={birthday ? `bday-${part}` : 'off'}
              aria-invalid={invalid}
              aria-required={required}
              value={parts[part]}
              readOnly={field.readOnly}
              onChange={(event) => change(part, event.target.value)}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
};
