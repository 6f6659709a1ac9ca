import type { CompiledControl } from './compile-form.ts';
import { conditionHolds } from './conditions.ts';
import type { Rule } from './form.ts';

const wants = (rule: Rule, data: unknown, today: string): boolean =>
  conditionHolds(rule.condition, data, today) === (rule.effect === 'SHOW' || rule.effect === 'ENABLE');

/** Whether every rule agrees with showing (or enabling) its element. */
export const allWant = (rules: readonly Rule[], data: unknown, today: string): boolean =>
  rules.every((rule) => wants(rule, data, today));

/** Whether a control cannot be changed on this data. */
export const isDisabled = (control: CompiledControl, data: unknown, today: string): boolean =>
  control.schema.readOnly === true || control.widget === 'computed' || !allWant(control.enableRules, data, today);

/** Whether a visible control must be answered on this data. */
export const isRequired = (control: CompiledControl, data: unknown, today: string): boolean =>
  control.required || (control.requiredWhen !== undefined && conditionHolds(control.requiredWhen, data, today));

/** Ids of the visible controls that pass a test. */
export const idsWhere = (
  controls: readonly CompiledControl[],
  visible: ReadonlySet<string>,
  test: (control: CompiledControl) => boolean,
): ReadonlySet<string> =>
  new Set(controls.filter((control) => visible.has(control.id) && test(control)).map(({ id }) => id));

/** Ids of a row's controls by what the rules make of them. */
export interface RowState {
  readonly visible: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

/** Applies the rules of a table's controls to one row: which of its controls are visible, disabled and required. */
export const settleRow = (table: CompiledControl, row: unknown, today: string): RowState => {
  const visible = new Set(
    table.rows.filter((control) => allWant(control.showRules, row, today)).map((control) => control.id),
  );
  return {
    visible,
    disabled: idsWhere(table.rows, visible, (control) => isDisabled(control, row, today)),
    required: idsWhere(table.rows, visible, (control) => isRequired(control, row, today)),
  };
};
