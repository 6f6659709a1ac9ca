import { compileForm, isDate, type FormDefinition } from '@irisflow/forms';
import { useFormatters, useLocale } from '@irisflow/ui';
import { useMemo, type ReactNode } from 'react';
import { ControlValue } from './ControlValue.tsx';
import { FormScopeProvider, useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useToday } from './today.ts';

const NOTHING = {};

export interface FieldValuesProps {
  readonly form: FormDefinition;
  readonly children: ReactNode;
}

/** Within it, values are written as the fields of a form write them. */
export const FieldValues = ({ form, children }: FieldValuesProps) => {
  const locale = useLocale();
  const today = useToday(undefined);
  const scope = useMemo(
    () => ({
      compiled: compileForm(form),
      locale,
      audience: 'agent' as const,
      today,
      prefilled: NOTHING,
      sourceNames: NOTHING,
      errors: new Map<string, string>(),
      change: () => undefined,
    }),
    [form, locale, today],
  );
  return <FormScopeProvider value={scope}>{children}</FormScopeProvider>;
};

interface PlainProps {
  readonly value: unknown;
  readonly isMoney: boolean;
}

/** A value that no field of the form asks: by what it is. */
const PlainValue = ({ value, isMoney }: PlainProps) => {
  const t = useRendererText();
  const { number, money, longDate } = useFormatters();
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return isMoney ? money(value) : number(value);
  if (typeof value === 'string') return isDate(value) ? longDate(value) : value;
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) return <span className="iris-muted">{t('value.none')}</span>;
  return (
    <ul>
      {parts.map(([name, part]) => (
        <li key={name}>
          {!Array.isArray(value) && `${name}: `}
          <PlainValue value={part} isMoney={isMoney} />
        </li>
      ))}
    </ul>
  );
};

export interface FieldValueProps {
  /** The field that knows how to write it; none where the form does not ask it. */
  readonly pointer: string | null;
  readonly value: unknown;
  readonly isMoney?: boolean;
}

/** One value to read, inside `FieldValues`. */
export const FieldValue = ({ pointer, value, isMoney = false }: FieldValueProps) => {
  const { compiled } = useFormScope();
  const control = compiled.controls.find((one) => one.pointer === pointer);
  return control === undefined ? (
    <PlainValue value={value} isMoney={isMoney} />
  ) : (
    <ControlValue control={control} value={value ?? undefined} />
  );
};
