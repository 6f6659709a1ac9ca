import { useState } from 'react';
import { localeTags } from '../i18n/locale.ts';
import { useLocale } from '../i18n/I18nProvider.tsx';
import { Field, controlAttributes, type FieldProps } from './Field.tsx';
import { parseNumber } from './parse-number.ts';

export interface NumberFieldProps extends FieldProps {
  /** A number, or the text as typed while it is not one. */
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string | undefined) => void;
  readonly inputMode?: 'numeric' | 'decimal';
}

export interface NumberText {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

const meaning = (text: string): number | string | undefined =>
  text.trim() === '' ? undefined : (parseNumber(text) ?? text);

/** Keeps what a person types apart from the number it means, so that "12," can become "12,5". */
export const useNumberText = (
  value: NumberFieldProps['value'],
  onChange: NumberFieldProps['onChange'],
  format: (value: number) => string,
): NumberText => {
  const [draft, setDraft] = useState<string>();
  const written = typeof value === 'number' ? format(value) : (value ?? '');
  return {
    text: draft !== undefined && meaning(draft) === value ? draft : written,
    type: (text) => {
      setDraft(text);
      onChange(meaning(text));
    },
    leave: () => setDraft(undefined),
  };
};

/** A number as people write it in their language. */
export const NumberField = ({ value, onChange, inputMode = 'decimal', ...field }: NumberFieldProps) => {
  const locale = useLocale();
  const format = (number: number): string =>
    number.toLocaleString(localeTags[locale], { useGrouping: false, maximumFractionDigits: 10 });
  const { text, type, leave } = useNumberText(value, onChange, format);
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        className="iris-input iris-input--10"
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        value={text}
        readOnly={field.readOnly}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
    </Field>
  );
};
