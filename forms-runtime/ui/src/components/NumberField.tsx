import { numberReadings } from '@irisflow/texts';
import { useState } from 'react';
import { localeTags } from '../i18n/locale.ts';
import { useLocale } from '../i18n/I18nProvider.tsx';
import { Field, controlAttributes, type FieldProps } from './Field.tsx';
import { NumberChoice } from './NumberChoice.tsx';

export interface NumberFieldProps extends FieldProps {
  /** A number, or the text as typed while it is none or could be read as two. */
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string | undefined) => void;
  /** With `numeric` only whole numbers are meant. */
  readonly inputMode?: 'numeric' | 'decimal';
}

export interface NumberText {
  readonly text: string;
  /** What the text can mean when that is not one number alone. */
  readonly readings: readonly number[];
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

type InputMode = NumberFieldProps['inputMode'];

const readingsFor = (text: string, inputMode: InputMode): readonly number[] => {
  const readings = numberReadings(text);
  const whole = readings.filter((reading) => Number.isInteger(reading));
  return inputMode === 'numeric' && whole.length > 0 ? whole : readings;
};

const meaning = (text: string, inputMode: InputMode): number | string | undefined => {
  if (text.trim() === '') return undefined;
  const [reading, ...others] = readingsFor(text, inputMode);
  return reading === undefined || others.length > 0 ? text : reading;
};

/** Keeps what a person types apart from the number it means, so that "12," can become "12,5". */
export const useNumberText = (
  { value, onChange, inputMode }: Pick<NumberFieldProps, 'value' | 'onChange' | 'inputMode'>,
  format: (value: number) => string,
): NumberText => {
  const [draft, setDraft] = useState<string>();
  const written = typeof value === 'number' ? format(value) : (value ?? '');
  return {
    text: draft !== undefined && meaning(draft, inputMode) === value ? draft : written,
    readings: typeof value === 'string' ? readingsFor(value, inputMode) : [],
    type: (text) => {
      setDraft(text);
      onChange(meaning(text, inputMode));
    },
    leave: () => setDraft(undefined),
  };
};

/** A number as people write it in their language. */
export const NumberField = ({ value, onChange, inputMode = 'decimal', ...field }: NumberFieldProps) => {
  const locale = useLocale();
  const format = (number: number): string =>
    number.toLocaleString(localeTags[locale], { useGrouping: false, maximumFractionDigits: 10 });
  const { text, readings, type, leave } = useNumberText({ value, onChange, inputMode }, format);
  const say = (number: number): string =>
    number.toLocaleString(localeTags[locale], { useGrouping: 'always', maximumFractionDigits: 10 });
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
      {!field.readOnly && <NumberChoice inputId={field.id} readings={readings} say={say} onChoose={onChange} />}
    </Field>
  );
};
