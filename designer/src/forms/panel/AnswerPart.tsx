import type { ControlElement, FieldSchema } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { fieldOf, setRequired, setSchema, type Field } from '../edit/fields.ts';
import { useFormEditing } from '../editing.ts';
import { NumberInput, Pick, Tick } from './controls.tsx';
import { DateLimit } from './DateLimit.tsx';
import { DefaultField } from './DefaultField.tsx';
import { PatternFields } from './PatternFields.tsx';

type Change = (changes: Partial<{ [K in keyof FieldSchema]: FieldSchema[K] | undefined }>, merge?: string) => void;

interface PartProps {
  readonly schema: FieldSchema;
  readonly change: Change;
}

const TextLimits = ({ schema, change }: PartProps) => {
  const t = useTexts();
  return (
    <div className="panel-pair">
      <NumberInput
        label={t('forms.minLength')}
        least={0}
        value={schema.minLength}
        onChange={(minLength) => change({ minLength }, 'minLength')}
      />
      <NumberInput
        label={t('forms.maxLength')}
        least={1}
        value={schema.maxLength}
        onChange={(maxLength) => change({ maxLength }, 'maxLength')}
      />
    </div>
  );
};

const steps = ['any', 'whole', 'half', 'cents'] as const;
const multiples = { any: undefined, whole: 1, half: 0.5, cents: 0.01 } as const;

const stepOf = (schema: FieldSchema): (typeof steps)[number] => {
  if (schema.type === 'integer') return 'whole';
  return steps.find((step) => multiples[step] === schema.multipleOf) ?? 'any';
};

const NumberLimits = ({ schema, change }: PartProps) => {
  const t = useTexts();
  const isOwnStep = schema.multipleOf !== undefined && !steps.some((step) => multiples[step] === schema.multipleOf);
  return (
    <>
      <div className="panel-pair">
        <NumberInput
          label={t('forms.minimum')}
          kind="decimal"
          value={schema.minimum}
          onChange={(minimum) => change({ minimum }, 'minimum')}
        />
        <NumberInput
          label={t('forms.maximum')}
          kind="decimal"
          value={schema.maximum}
          onChange={(maximum) => change({ maximum }, 'maximum')}
        />
      </div>
      {(schema.exclusiveMinimum !== undefined || schema.exclusiveMaximum !== undefined) && (
        <div className="panel-pair">
          <NumberInput
            label={t('forms.above')}
            kind="decimal"
            value={schema.exclusiveMinimum}
            onChange={(exclusiveMinimum) => change({ exclusiveMinimum }, 'above')}
          />
          <NumberInput
            label={t('forms.below')}
            kind="decimal"
            value={schema.exclusiveMaximum}
            onChange={(exclusiveMaximum) => change({ exclusiveMaximum }, 'below')}
          />
        </div>
      )}
      {isOwnStep ? (
        <NumberInput
          label={t('forms.multipleOf')}
          kind="decimal"
          least={Number.MIN_VALUE}
          value={schema.multipleOf}
          onChange={(multipleOf) => change({ multipleOf }, 'multipleOf')}
        />
      ) : (
        <Pick
          label={t('forms.step')}
          value={stepOf(schema)}
          options={steps.map((value) => ({ value, text: t(`forms.step.${value}`) }))}
          onChange={(step) =>
            change({
              type: step === 'whole' ? 'integer' : 'number',
              multipleOf: step === 'whole' ? undefined : multiples[step],
            })
          }
        />
      )}
    </>
  );
};

const DateLimits = ({ schema, change }: PartProps) => {
  const t = useTexts();
  return (
    <>
      <DateLimit
        label={t('forms.dateMin')}
        value={schema.dateMin}
        onChange={(dateMin) => change({ dateMin }, 'dateMin')}
      />
      <DateLimit
        label={t('forms.dateMax')}
        value={schema.dateMax}
        onChange={(dateMax) => change({ dateMax }, 'dateMax')}
      />
    </>
  );
};

const CountLimits = ({ schema, change, of }: PartProps & { readonly of: 'rows' | 'choices' }) => {
  const t = useTexts();
  return (
    <div className="panel-pair">
      <NumberInput
        label={t(`forms.minItems.${of}`)}
        least={0}
        value={schema.minItems}
        onChange={(minItems) => change({ minItems }, 'minItems')}
      />
      <NumberInput
        label={t(`forms.maxItems.${of}`)}
        least={1}
        value={schema.maxItems}
        onChange={(maxItems) => change({ maxItems }, 'maxItems')}
      />
    </div>
  );
};

const isFreeText = ({ control, schema }: Field): boolean =>
  ['text', 'textarea'].includes(control.options.widget) && schema.format === undefined;

const Limits = ({ field, change }: { readonly field: Field; readonly change: Change }) => {
  const { schema, control } = field;
  const { widget } = control.options;
  if (isFreeText(field))
    return (
      <>
        <TextLimits schema={schema} change={change} />
        <PatternFields key={control.id} schema={schema} onChange={(pattern) => change({ pattern }, 'pattern')} />
      </>
    );
  if (widget === 'number' || widget === 'money') return <NumberLimits schema={schema} change={change} />;
  if (widget === 'date') return <DateLimits schema={schema} change={change} />;
  if (widget === 'checkboxes') return <CountLimits schema={schema} change={change} of="choices" />;
  return widget === 'table' ? <CountLimits schema={schema} change={change} of="rows" /> : null;
};

/** What counts as an answer. */
export const AnswerPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const field = fieldOf(form, control.id);
  if (field === undefined) return null;
  const change: Change = (changes, merge) =>
    edit(setSchema(form, control.id, changes), merge && `${merge} ${control.id}`);
  return (
    <>
      <Tick
        label={t('form.required')}
        {...(control.options.requiredWhen !== undefined && { hint: t('forms.required.whenToo') })}
        value={field.required}
        onChange={(required) => edit(setRequired(form, control.id, required))}
      />
      <Limits field={field} change={change} />
      <DefaultField field={field} onChange={(value) => change({ default: value }, 'default')} />
      <Tick
        label={t('forms.readOnly')}
        hint={t('forms.readOnly.hint')}
        value={field.schema.readOnly === true}
        onChange={(readOnly) => change({ readOnly: readOnly || undefined })}
      />
    </>
  );
};
