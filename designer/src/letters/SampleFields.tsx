import type { Field, Knowledge } from '@irisflow/names';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';

type Values = Readonly<Record<string, unknown>>;

interface SampleFieldsProps {
  knowledge: Knowledge;
  values: Values;
  /** What somebody set, in place of what is likely. */
  given: Values;
  onChange: (given: Values) => void;
}

interface FieldProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
}

interface Option {
  readonly text: string;
  readonly value: unknown;
}

/** What may be chosen; null for a value that is typed. */
const useOptions = ({ type }: Field): readonly Option[] | null => {
  const t = useTexts();
  if (type.kind === 'yesNo')
    return [
      { text: t('condition.yes'), value: true },
      { text: t('condition.no'), value: false },
    ];
  return type.kind === 'choice' ? type.choices.map(({ value, label }) => ({ text: label[t.locale], value })) : null;
};

const SampleField = ({ field, value, onChange }: FieldProps) => {
  const t = useTexts();
  const id = useId();
  const options = useOptions(field);
  const label = field.label?.[t.locale] ?? field.name;
  const isNumber = field.type.kind === 'number';
  return (
    <div className="letter-value">
      <label className="feel-field__label" htmlFor={id}>
        {label}
      </label>
      {options === null ? (
        <input
          id={id}
          className="iris-input"
          inputMode={isNumber ? 'decimal' : undefined}
          value={typeof value === 'string' || typeof value === 'number' ? `${value}` : ''}
          onChange={({ currentTarget: { value: text } }) => {
            if (text === '') onChange(null);
            else onChange(isNumber && !Number.isNaN(Number(text)) ? Number(text) : text);
          }}
        />
      ) : (
        <select
          id={id}
          className="iris-input"
          value={options.findIndex((option) => option.value === value)}
          onChange={(event) => onChange(options[Number(event.currentTarget.value)]?.value ?? null)}
        >
          <option value={-1}>{t('letter.sampleNothing')}</option>
          {options.map((option, index) => (
            <option key={option.text} value={index}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};

/** The values on which a letter is tried: whoever wants to see another part of it sets them otherwise. */
export const SampleFields = ({ knowledge, values, given, onChange }: SampleFieldsProps) => {
  const t = useTexts();
  const type = knowledge.names.get('values')?.type;
  const fields = type?.kind === 'context' ? type.fields : [];
  const simple = fields.filter((field) => !['list', 'context'].includes(field.type.kind));
  if (simple.length === 0) return null;
  return (
    <details className="letter-sample">
      <summary>{t('letter.sampleValues')}</summary>
      {simple.map((field) => (
        <SampleField
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          onChange={(value) => onChange({ ...given, [field.name]: value })}
        />
      ))}
    </details>
  );
};
