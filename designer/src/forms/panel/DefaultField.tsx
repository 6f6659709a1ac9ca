import type { FieldSchema, Widget } from '@irisflow/forms';
import type { ComponentType } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { choicesOf } from '../edit/keys.ts';
import type { Field } from '../edit/fields.ts';
import { useFormEditing } from '../editing.ts';
import { Line, NumberInput, Pick } from './controls.tsx';

export interface DefaultFieldProps {
  readonly field: Field;
  readonly onChange: (value: FieldSchema['default']) => void;
}

const ChoiceDefault = ({ field: { schema, control }, onChange }: DefaultFieldProps) => {
  const t = useTexts();
  const { form } = useFormEditing();
  const choices = choicesOf(form, control.id);
  return (
    <Pick
      label={t('forms.default')}
      value={schema.default === undefined ? '' : String(schema.default)}
      options={[
        { value: '', text: t('forms.default.none') },
        ...choices.map(({ value, texts }) => ({ value: String(value), text: texts[t.locale] || String(value) })),
      ]}
      onChange={(chosen) => onChange(choices.find(({ value }) => String(value) === chosen)?.value)}
    />
  );
};

const YesNoDefault = ({ field: { schema }, onChange }: DefaultFieldProps) => {
  const t = useTexts();
  return (
    <Pick<'' | 'true' | 'false'>
      label={t('forms.default')}
      value={typeof schema.default === 'boolean' ? (`${schema.default}` as const) : ''}
      options={[
        { value: '', text: t('forms.default.none') },
        { value: 'true', text: t('forms.yes') },
        { value: 'false', text: t('forms.no') },
      ]}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'true')}
    />
  );
};

const NumberDefault = ({ field: { schema }, onChange }: DefaultFieldProps) => {
  const t = useTexts();
  return (
    <NumberInput
      label={t('forms.default')}
      kind={schema.type === 'integer' ? 'whole' : 'decimal'}
      value={typeof schema.default === 'number' ? schema.default : undefined}
      onChange={onChange}
    />
  );
};

const TextDefault = ({ field: { schema }, onChange }: DefaultFieldProps) => {
  const t = useTexts();
  return (
    <Line
      label={t('forms.default')}
      value={typeof schema.default === 'string' ? schema.default : ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
};

const defaultFields: { readonly [W in Widget]?: ComponentType<DefaultFieldProps> } = {
  radio: ChoiceDefault,
  select: ChoiceDefault,
  'yes-no': YesNoDefault,
  checkbox: YesNoDefault,
  number: NumberDefault,
  money: NumberDefault,
  text: TextDefault,
  textarea: TextDefault,
};

/** What a field holds before somebody answers; rows begin empty. */
export const DefaultField = (props: DefaultFieldProps) => {
  const Default = defaultFields[props.field.control.options.widget];
  return Default === undefined || props.field.table !== undefined ? null : <Default {...props} />;
};
