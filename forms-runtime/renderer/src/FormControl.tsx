import { formText, optionalText, pointerOf, readAt, type CompiledControl, type Path } from '@irisflow/forms';
import type { FieldProps } from '@irisflow/ui';
import { fieldId, useFormScope } from './form-scope.ts';
import { SourceNote } from './SourceNote.tsx';
import { asText, useWidgets } from './widgets/widget-props.ts';

export interface FormControlProps {
  readonly control: CompiledControl;
  /** Path of the row or root the control's own path starts at. */
  readonly base?: Path;
  /** The row or root itself. */
  readonly holder: unknown;
  readonly required: boolean;
  readonly readOnly: boolean;
}

const ROOT: Path = [];

/** One field of a form: finds its texts, error and source, and hands over to its widget. */
export const FormControl = ({ control, base = ROOT, holder, required, readOnly }: FormControlProps) => {
  const { compiled, locale, errors, prefilled, change, renderAid } = useFormScope();
  const widgets = useWidgets();
  const path = [...base, ...control.path];
  const pointer = pointerOf(path);
  const value = readAt(holder, control.path);
  const known = control.prefill === undefined ? undefined : prefilled[pointer];
  const onChange = (next: unknown): void => change(path, () => next);
  const id = fieldId(pointer);
  const isWritten = control.widget === 'textarea' && !readOnly;
  const label = formText(compiled.form, locale, `${control.i18n}.label`);
  const aid = isWritten ? renderAid?.({ id, label, pointer, text: asText(value), onChange }) : undefined;
  const field = {
    id,
    label,
    hint: optionalText(compiled.form, locale, `${control.i18n}.description`),
    error: errors.get(pointer),
    optional: !required,
    readOnly,
    width: control.width,
    note: known === undefined ? aid : <SourceNote control={control} known={known} value={value} onUse={onChange} />,
  } satisfies FieldProps;
  const Widget = widgets[control.widget];
  const props = { control, field, path, holder, value, onChange, readOnly };
  return <Widget {...props} />;
};
