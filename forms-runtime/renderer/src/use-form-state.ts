import {
  afterChange,
  compileForm,
  readAt,
  settle,
  validateForm,
  writeAt,
  type Audience,
  type CompiledForm,
  type FieldError,
  type FormData,
  type FormDefinition,
  type TextLocale,
  type Path,
  type Prefilled,
  type Settled,
} from '@irisflow/forms';
import { useLocale } from '@irisflow/ui';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { FormScope, UploadPort } from './form-scope.ts';
import { useToday } from './today.ts';

/** What every way of filling in a form needs. */
export interface FormProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly onChange: (data: FormData) => void;
  readonly audience?: Audience;
  /** Language of the form's texts; the language of the screen unless given. */
  readonly locale?: TextLocale;
  readonly prefilled?: Prefilled;
  readonly uploads?: UploadPort;
  readonly sourceNames?: Readonly<Record<string, string>>;
  readonly onSignalError?: (pointer: string, remark: string) => Promise<void> | void;
  readonly renderAid?: NonNullable<FormScope['renderAid']>;
  /** JSON pointers of fields that are masked for who fills in the form: they are not asked, and stay as they are. */
  readonly masked?: readonly string[];
  /** Errors the server answered with; shown until the field changes. */
  readonly serverErrors?: readonly FieldError[];
  /** The local day, `YYYY-MM-DD`; the day in Brussels unless given. */
  readonly today?: string;
  /** While true, buttons that send are busy. */
  readonly busy?: boolean;
}

/** A form at work: compiled, settled and validated on its current data. */
export interface FormState {
  readonly compiled: CompiledForm;
  readonly settled: Settled;
  readonly errors: readonly FieldError[];
  readonly audience: Audience;
  readonly locale: TextLocale;
  readonly today: string;
  readonly change: (path: Path, next: (previous: unknown) => unknown) => void;
}

const NONE: readonly string[] = [];

const isWithin = (pointer: string, masked: readonly string[]): boolean =>
  masked.some((one) => pointer === one || pointer.startsWith(`${one}/`));

/** Compiles a form and keeps its rules and errors in step with the data. */
export const useFormState = (props: FormProps): FormState => {
  const { form, data, onChange, audience = 'applicant', masked = NONE, today: givenDay } = props;
  const screenLocale = useLocale();
  const today = useToday(givenDay);
  const compiled = useMemo(() => compileForm(form), [form]);
  const context = useMemo(() => ({ audience, today }), [audience, today]);
  const settled = useMemo(() => settle(compiled, data, context), [compiled, data, context]);
  const errors = useMemo(
    () => validateForm(compiled, data, context).filter(({ pointer }) => !isWithin(pointer, masked)),
    [compiled, data, context, masked],
  );
  // An upload that ends after other edits must build on the newest data, not on what was there when it began.
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  }, [data]);
  const change = useCallback(
    (path: Path, next: (previous: unknown) => unknown) => {
      const written = writeAt(latest.current, path, next(readAt(latest.current, path)));
      latest.current = afterChange(compiled, written, { path, today });
      onChange(latest.current);
    },
    [onChange, compiled, today],
  );
  return { compiled, settled, errors, audience, locale: props.locale ?? screenLocale, today, change };
};
