import { formText, hasGivenRows, pointerOf, settleRow, type CompiledControl, type Path } from '@irisflow/forms';
import { Button, FieldGroup, VisuallyHidden } from '@irisflow/ui';
import { FormControl } from '../FormControl.tsx';
import { fieldId, useFormScope } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { undoId, useRows } from './use-rows.ts';
import type { WidgetProps } from './widget-props.ts';

interface RowProps {
  readonly table: CompiledControl;
  readonly path: Path;
  readonly row: unknown;
  readonly title: string;
  readonly readOnly: boolean;
  /** Undefined where the rows are given. */
  readonly onRemove: (() => void) | undefined;
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
        {!readOnly && onRemove !== undefined && (
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

/** A repeated set of fields: one card a row, added, removed and put back without leaving the page. */
export const TableWidget = (props: WidgetProps) => {
  const { control, field, path, readOnly } = props;
  const { compiled, locale } = useFormScope();
  const t = useRendererText();
  const isGiven = hasGivenRows(control);
  const { rows, message, removed, add, remove, restore } = useRows(props);
  return (
    <FieldGroup {...field}>
      <ul className="iris-repeat">
        {rows.map(({ key, row, name }, index) => (
          <li key={key}>
            <TableRow
              table={control}
              path={[...path, String(index)]}
              row={row}
              title={name}
              readOnly={readOnly}
              onRemove={isGiven ? undefined : () => remove(index)}
            />
          </li>
        ))}
      </ul>
      {removed !== undefined && (
        <p className="iris-repeat__removed">
          <span aria-hidden="true">{t('table.removed', { item: removed })}</span>
          <Button
            id={undoId(field.id)}
            tone="secondary"
            size="small"
            aria-label={t('table.undo.of', { item: removed })}
            onClick={restore}
          >
            {t('table.undo')}
          </Button>
        </p>
      )}
      {!readOnly && !isGiven && rows.length < (control.schema.maxItems ?? Infinity) && (
        <Button tone="secondary" icon="plus" className="iris-button--wide-on-phone" onClick={add}>
          {formText(compiled.form, locale, `${control.i18n}.add`)}
        </Button>
      )}
      <VisuallyHidden>
        <output>{message}</output>
      </VisuallyHidden>
    </FieldGroup>
  );
};
