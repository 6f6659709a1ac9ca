import { formText, settleRow, type CompiledControl, type Path } from '@irisflow/forms';
import { Button, FieldGroup, VisuallyHidden } from '@irisflow/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { FormControl } from '../FormControl.tsx';
import { fieldId, useFormScope } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { rowLabel } from '../locate.ts';
import { pointerOf } from '@irisflow/forms';
import { asList, type WidgetProps } from './widget-props.ts';

/** Rows have no identity in the data; these keys follow them while they are on the screen. */
interface RowKeys {
  readonly keys: readonly number[];
  readonly next: number;
}

const keysFor = (length: number): RowKeys => ({ keys: Array.from({ length }, (_, index) => index), next: length });

interface RowProps {
  readonly table: CompiledControl;
  readonly path: Path;
  readonly row: unknown;
  readonly title: string;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
}

const TableRow = ({ table, path, row, title, readOnly, onRemove }: RowProps) => {
  const { today } = useFormScope();
  const t = useRendererText();
  const state = settleRow(table, row, today);
  return (
    <fieldset id={fieldId(pointerOf(path))} className="iris-repeat__row" tabIndex={-1}>
      <legend className="iris-visually-hidden">{title}</legend>
      <div className="iris-repeat__head">
        <span className="iris-repeat__title" aria-hidden="true">
          {title}
        </span>
        {!readOnly && (
          <Button tone="quiet" size="small" aria-label={t('table.remove.of', { item: title })} onClick={onRemove}>
            {t('table.remove')}
          </Button>
        )}
      </div>
      <div className="iris-fields">
        {table.rows
          .filter((control) => state.visible.has(control.id))
          .map((control) => (
            <FormControl
              key={control.id}
              control={control}
              base={path}
              holder={row}
              required={state.required.has(control.id)}
              readOnly={readOnly || state.disabled.has(control.id)}
            />
          ))}
      </div>
    </fieldset>
  );
};

/** Focus after a row came or went: into the new row, or to the row before the removed one. */
const focusIn = (id: string): void => {
  const target = document.getElementById(id);
  (target?.querySelector<HTMLElement>('input, select, textarea') ?? target)?.focus();
};

/** A repeated set of fields: one card a row, added and removed without leaving the page. */
export const TableWidget = ({ control, field, path, value, onChange, readOnly }: WidgetProps) => {
  const scope = useFormScope();
  const t = useRendererText();
  const rows = asList(value);
  const [stored, setKeys] = useState(() => keysFor(rows.length));
  const [message, setMessage] = useState('');
  const focus = useRef<string>(undefined);
  const keys = stored.keys.length === rows.length ? stored : keysFor(rows.length);
  const addId = `${field.id}-add`;

  useLayoutEffect(() => {
    if (focus.current === undefined) return;
    focusIn(focus.current);
    focus.current = undefined;
  });

  const nameOf = (index: number): string => rowLabel(control, index, scope);
  const add = (): void => {
    setKeys({ keys: [...keys.keys, keys.next], next: keys.next + 1 });
    setMessage(t('table.added', { item: nameOf(rows.length) }));
    focus.current = fieldId(pointerOf([...path, rows.length]));
    onChange([...rows, {}]);
  };
  const remove = (index: number): void => {
    setKeys({ ...keys, keys: keys.keys.filter((_, position) => position !== index) });
    setMessage(t('table.removed', { item: nameOf(index) }));
    focus.current = rows.length === 1 ? addId : fieldId(pointerOf([...path, Math.max(0, index - 1)]));
    onChange(rows.length === 1 ? undefined : rows.filter((_, position) => position !== index));
  };

  return (
    <FieldGroup {...field}>
      <ul className="iris-repeat">
        {rows.map((row, index) => (
          <li key={keys.keys[index]}>
            <TableRow
              table={control}
              path={[...path, String(index)]}
              row={row}
              title={nameOf(index)}
              readOnly={readOnly}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      {!readOnly && rows.length < (control.schema.maxItems ?? Infinity) && (
        <Button id={addId} tone="secondary" icon="plus" className="iris-button--wide-on-phone" onClick={add}>
          {formText(scope.compiled.form, scope.locale, `${control.i18n}.add`)}
        </Button>
      )}
      <VisuallyHidden>
        <output>{message}</output>
      </VisuallyHidden>
    </FieldGroup>
  );
};
