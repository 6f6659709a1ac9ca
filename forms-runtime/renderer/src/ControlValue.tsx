import {
  display,
  formText,
  isDate,
  readAt,
  settleRow,
  type CompiledControl,
  type FileReference,
  type Widget,
} from '@irisflow/forms';
import { useFormatters, type Formatters } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useFormScope } from './form-scope.ts';
import { useRendererText, type RendererKey } from './i18n/renderer-messages.ts';
import { rowLabel } from './locate.ts';
import { useChoices } from './use-choices.ts';
import { asList, asText } from './widgets/widget-props.ts';

interface ReaderProps {
  readonly control: CompiledControl;
  readonly value: unknown;
}

type Reader = (props: ReaderProps) => ReactNode;

const PlainText: Reader = ({ control, value }) =>
  control.schema.format === undefined ? asText(value) : display(control.schema.format, asText(value));

const formatted = (write: (value: unknown, format: Formatters) => string): Reader => {
  const Formatted: Reader = ({ value }) => write(value, useFormatters());
  return Formatted;
};

const NumberText = formatted((value, format) => (typeof value === 'number' ? format.number(value) : asText(value)));
const MoneyText = formatted((value, format) => (typeof value === 'number' ? format.money(value) : asText(value)));
const DateText = formatted((value, format) =>
  typeof value === 'string' && isDate(value) ? format.longDate(value) : asText(value),
);

const ChoiceText: Reader = ({ control, value }) => {
  const choices = useChoices(control);
  const chosen = (Array.isArray(value) ? value : [value]).map(String);
  return chosen.map((one) => choices.find((choice) => choice.value === one)?.label ?? one).join('\n');
};

const booleanText = (yes: RendererKey): Reader => {
  const BooleanText: Reader = ({ value }) => {
    const t = useRendererText();
    return t(value === true ? yes : 'value.no');
  };
  return BooleanText;
};

const AddressText: Reader = ({ value }) => {
  const t = useRendererText();
  const line = (name: string): string => asText(readAt(value, [name]));
  const box = line('box') === '' ? '' : `${t('address.boxed')} ${line('box')}`;
  return [
    [line('street'), line('number'), box].filter(Boolean).join(' '),
    [line('postalCode'), line('municipality')].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join('\n');
};

const FileText: Reader = ({ value }) => {
  const { fileSize } = useFormatters();
  const files = asList(value) as readonly FileReference[];
  return files.map((file) => `${file.name} (${fileSize(file.size)})`).join('\n');
};

const TableText: Reader = ({ control, value }) => {
  const scope = useFormScope();
  const t = useRendererText();
  return asList(value).map((row, index) => {
    const { visible } = settleRow(control, row, scope.today);
    const shown = control.rows.filter((inner) => visible.has(inner.id) && readAt(row, inner.path) !== undefined);
    const title = rowLabel(control, { index, row }, { ...scope, t });
    return (
      <dl key={title} className="iris-row-view">
        <div>
          <dt className="iris-row-view__title">{title}</dt>
        </div>
        {shown.map((inner) => (
          <div key={inner.id}>
            <dt>{formText(scope.compiled.form, scope.locale, `${inner.i18n}.label`)}</dt>
            <dd>
              <ControlValue control={inner} value={readAt(row, inner.path)} />
            </dd>
          </div>
        ))}
      </dl>
    );
  });
};

const ComputedText: Reader = ({ control, value }) => {
  const t = useRendererText();
  const format = useFormatters();
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value !== 'number') return asText(value);
  const isAmount = control.options.calc?.op === 'sum' || control.options.calc?.op === 'difference';
  return isAmount && control.schema.type === 'number' ? format.money(value) : format.number(value);
};

const readers: { readonly [W in Widget]: Reader } = {
  text: PlainText,
  textarea: PlainText,
  email: PlainText,
  tel: PlainText,
  number: NumberText,
  money: MoneyText,
  date: DateText,
  radio: ChoiceText,
  select: ChoiceText,
  checkboxes: ChoiceText,
  'yes-no': booleanText('value.yes'),
  checkbox: booleanText('value.yes'),
  declaration: booleanText('value.agreed'),
  'national-number': PlainText,
  iban: PlainText,
  'enterprise-number': PlainText,
  address: AddressText,
  file: FileText,
  table: TableText,
  computed: ComputedText,
};

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A stored value written for people; says so when there is none. */
export const ControlValue = ({ control, value }: ReaderProps) => {
  const t = useRendererText();
  const ValueText = readers[control.widget];
  if (isNothing(value)) return <span className="iris-muted">{t('value.none')}</span>;
  return <ValueText control={control} value={value} />;
};
