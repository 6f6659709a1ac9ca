import {
  formText,
  optionalText,
  type Audience,
  type CompiledControl,
  type CompiledItem,
  type FormDefinition,
  type TextLocale,
} from '@irisflow/forms';
import { FieldGroup, Notice } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { FormControl } from './FormControl.tsx';
import { FormRoot } from './FormRoot.tsx';
import { fieldId, useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { rowLabel } from './locate.ts';
import { useFormState } from './use-form-state.ts';

export interface FormDrawingProps {
  readonly form: FormDefinition;
  readonly locale: TextLocale;
  readonly audience: Audience;
  readonly children: ReactNode;
}

const NOTHING = {};
const NO_ERRORS = [] as const;
const ignore = (): void => undefined;

/** A form for whoever builds it: what stands in it is drawn one by one, empty, whatever its rules say. */
export const FormDrawing = ({ form, locale, audience, children }: FormDrawingProps) => {
  const state = useFormState({ form, locale, audience, data: NOTHING, onChange: ignore });
  return (
    <FormRoot props={NOTHING} state={state} errors={NO_ERRORS}>
      {children}
    </FormRoot>
  );
};

interface Found {
  readonly item: CompiledItem;
  readonly table?: CompiledControl;
}

const findIn = (items: readonly CompiledItem[], id: string): Found | undefined => {
  for (const item of items) {
    if (item.id === id) return { item };
    const row = item.kind === 'control' ? item.rows.find((one) => one.id === id) : undefined;
    if (row !== undefined && item.kind === 'control') return { item: row, table: item };
  }
  return undefined;
};

const DrawnTable = ({ table, children }: { readonly table: CompiledControl; readonly children: ReactNode }) => {
  const { compiled, locale } = useFormScope();
  const t = useRendererText();
  return (
    <FieldGroup
      id={fieldId(table.pointer)}
      label={formText(compiled.form, locale, `${table.i18n}.label`)}
      hint={optionalText(compiled.form, locale, `${table.i18n}.description`)}
      optional={!table.required}
    >
      <div className="iris-repeat__row">
        <p className="iris-repeat__title">{rowLabel(table, { index: 0, row: undefined }, { compiled, locale, t })}</p>
        {children}
      </div>
    </FieldGroup>
  );
};

export interface DrawnItemProps {
  /** Of a field or a notice. */
  readonly id: string;
  /** What stands in the rows of a repeated group. */
  readonly children?: ReactNode;
}

/** One field or notice as people will see it; nothing where the form has none of that id. */
export const DrawnItem = ({ id, children }: DrawnItemProps) => {
  const { compiled, locale } = useFormScope();
  const found = findIn(
    compiled.pages.flatMap(({ sections }) => sections.flatMap(({ items }) => items)),
    id,
  );
  if (found === undefined) return null;
  const { item, table } = found;
  if (item.kind === 'notice')
    return (
      <Notice tone={item.tone} title={optionalText(compiled.form, locale, `${item.i18n}.label`)}>
        {formText(compiled.form, locale, `${item.i18n}.text`)}
      </Notice>
    );
  if (item.widget === 'table') return <DrawnTable table={item}>{children}</DrawnTable>;
  return (
    <FormControl
      control={item}
      base={table === undefined ? [] : [...table.path, '0']}
      holder={NOTHING}
      required={item.required}
      readOnly={item.schema.readOnly === true || item.widget === 'computed'}
    />
  );
};
