import { localeTags } from '../i18n/locale.ts';
import { useLocale } from '../i18n/I18nProvider.tsx';
import { Field, controlAttributes } from './Field.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import { useNumberText, type NumberFieldProps } from './NumberField.tsx';

export type MoneyFieldProps = Omit<NumberFieldProps, 'inputMode'>;

/** An amount in euros, with two decimals once the person leaves the field. */
export const MoneyField = ({ value, onChange, ...field }: MoneyFieldProps) => {
  const locale = useLocale();
  const format = (euros: number): string =>
    euros.toLocaleString(localeTags[locale], { minimumFractionDigits: 2, maximumFractionDigits: 10 });
  const { text, readings, type, leave } = useNumberText({ value, onChange, inputMode: 'decimal' }, format);
  const say = (euros: number): string =>
    euros.toLocaleString(localeTags[locale], { style: 'currency', currency: 'EUR', maximumFractionDigits: 10 });
  return (
    <Field {...field}>
      <div className="iris-affix">
        <span className="iris-affix__mark" aria-hidden="true">
          €
        </span>
        <input
          {...controlAttributes(field)}
          className="iris-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          readOnly={field.readOnly}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      </div>
      {!field.readOnly && <NumberChoice inputId={field.id} readings={readings} say={say} onChoose={onChange} />}
    </Field>
  );
};
