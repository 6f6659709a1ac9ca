import type { CompiledControl, CompiledForm } from './compile-form.ts';
import type { FormData, Prefilled, PrefilledValue } from './form.ts';
import { readAt, writeAt } from './pointer.ts';

const startValue = (control: CompiledControl, known: PrefilledValue | undefined): unknown =>
  control.prefill === undefined || control.prefill.mode === 'suggest' ? undefined : known?.value;

/**
 * Whether a control shows a value of an authentic source that the person cannot change. One that came late may be changed: its field
 * was asked before.
 */
export const isLocked = (control: CompiledControl, prefilled: Prefilled): boolean => {
  const known = prefilled[control.pointer];
  return control.prefill?.mode === 'locked' && known?.value !== undefined && known.late !== true;
};

/**
 * Starts or resumes a form: locked values always come from the source, editable ones and defaults only where the data
 * has nothing yet, suggested ones never by themselves.
 */
export const withPrefilled = (compiled: CompiledForm, data: FormData, prefilled: Prefilled): FormData =>
  compiled.controls.reduce((current, control) => {
    const isOpen = readAt(current, control.path) === undefined || isLocked(control, prefilled);
    const value = startValue(control, prefilled[control.pointer]) ?? control.schema.default;
    return isOpen && value !== undefined ? writeAt(current, control.path, value) : current;
  }, data);
