import { display, normalize, formats, type FormatName } from '@irisflow/forms';
import { DateField, MoneyField, NumberField, TextArea, TextField } from '@irisflow/ui';
import { useRendererText, type RendererKey } from '../i18n/renderer-messages.ts';
import { asText, type WidgetProps } from './widget-props.ts';

const emptyToUndefined = (text: string): string | undefined => (text === '' ? undefined : text);

const autoComplete = ({ control }: WidgetProps) =>
  control.options.autocomplete === undefined ? {} : { autoComplete: control.options.autocomplete };

/** On leaving, what is right in a format is written the way it is printed. */
const tidied = ({ control, value, onChange }: WidgetProps) => {
  const { format } = control.schema;
  if (format === undefined) return {};
  const text = asText(value);
  return {
    onBlur: (): void => {
      if (formats[format](text)) onChange(display(format, normalize(format, text)));
    },
  };
};

export const TextWidget = (props: WidgetProps) => (
  <TextField
    {...props.field}
    {...autoComplete(props)}
    {...tidied(props)}
    value={asText(props.value)}
    onChange={(text) => props.onChange(emptyToUndefined(text))}
  />
);

export const EmailWidget = (props: WidgetProps) => (
  <TextField
    {...props.field}
    {...autoComplete(props)}
    type="email"
    value={asText(props.value)}
    onChange={(text) => props.onChange(emptyToUndefined(text))}
  />
);

export const TelWidget = (props: WidgetProps) => (
  <TextField
    {...props.field}
    {...autoComplete(props)}
    type="tel"
    size="20"
    value={asText(props.value)}
    onChange={(text) => props.onChange(emptyToUndefined(text))}
  />
);

export const TextAreaWidget = ({ field, control, value, onChange }: WidgetProps) => (
  <TextArea
    {...field}
    value={asText(value)}
    onChange={(text) => onChange(emptyToUndefined(text))}
    {...(control.options.rows !== undefined && { rows: control.options.rows })}
    {...(control.schema.maxLength !== undefined && { maxLength: control.schema.maxLength })}
  />
);

const asNumberOrText = (value: unknown): number | string | undefined =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined;

export const NumberWidget = ({ field, control, value, onChange }: WidgetProps) => (
  <NumberField
    {...field}
    inputMode={control.schema.type === 'integer' ? 'numeric' : 'decimal'}
    value={asNumberOrText(value)}
    onChange={onChange}
  />
);

export const MoneyWidget = ({ field, value, onChange }: WidgetProps) => (
  <MoneyField {...field} value={asNumberOrText(value)} onChange={onChange} />
);

export const DateWidget = ({ field, control, value, onChange }: WidgetProps) => {
  const t = useRendererText();
  return (
    <DateField
      {...field}
      hint={field.hint ?? t('hint.date')}
      value={typeof value === 'string' ? value : undefined}
      birthday={control.options.autocomplete === 'bday'}
      onChange={onChange}
    />
  );
};

interface CodeProps extends WidgetProps {
  readonly format: FormatName;
  readonly hint: RendererKey;
  readonly size: '10' | '20';
  readonly inputMode: 'numeric' | 'text';
}

/** Takes any spelling, and on leaving writes a right number the way it is printed on cards. */
const CodeWidget = ({ format, hint, size, inputMode, ...props }: CodeProps) => {
  const t = useRendererText();
  const text = asText(props.value);
  const tidy = (): void => {
    if (formats[format](text)) props.onChange(display(format, normalize(format, text)));
  };
  return (
    <TextField
      {...props.field}
      hint={props.field.hint ?? t(hint)}
      code
      size={size}
      inputMode={inputMode}
      value={text}
      onChange={(next) => props.onChange(emptyToUndefined(next))}
      onBlur={tidy}
    />
  );
};

export const NationalNumberWidget = (props: WidgetProps) => (
  <CodeWidget {...props} format="be-national-number" hint="hint.nationalNumber" size="10" inputMode="numeric" />
);

export const EnterpriseNumberWidget = (props: WidgetProps) => (
  <CodeWidget {...props} format="be-enterprise-number" hint="hint.enterpriseNumber" size="10" inputMode="numeric" />
);

export const IbanWidget = (props: WidgetProps) => (
  <CodeWidget {...props} format="iban" hint="hint.iban" size="20" inputMode="text" />
);
