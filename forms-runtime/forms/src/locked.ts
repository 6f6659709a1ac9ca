import type { CompiledControl, CompiledForm } from './compile-form.ts';
import type { FormData, Prefilled } from './form.ts';
import { readAt, segmentsOf, writeAt } from './pointer.ts';
import type { FormContext } from './settle.ts';
import { settle } from './settle.ts';

export interface Enforced {
  readonly data: FormData;
  /** Pointers whose sent value differed from the one the server holds. */
  readonly tampered: readonly string[];
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What a late source says counts where nothing was answered; it does not replace an answer. */
const isEnforced = (data: FormData, pointer: string, prefilled: Prefilled): boolean =>
  Object.hasOwn(prefilled, pointer) &&
  (prefilled[pointer]?.late !== true || readAt(data, segmentsOf(pointer)) === undefined);

const restore = (enforced: Enforced, pointer: string, held: unknown): Enforced => {
  const path = segmentsOf(pointer);
  const sent = readAt(enforced.data, path);
  if (same(sent, held)) return enforced;
  return {
    data: writeAt(enforced.data, path, held),
    // Leaving a locked value out is not an attack: a client need not send back what it may not change.
    tampered: sent === undefined ? enforced.tampered : [...enforced.tampered, pointer],
  };
};

/**
 * Puts back the server's value of every locked field, whatever the client sent. A locked field the source did not
 * answer stays as sent, because the form then asks for it.
 */
export const enforceLocked = (compiled: CompiledForm, data: FormData, prefilled: Prefilled): Enforced =>
  compiled.controls
    .filter((control) => control.prefill?.mode === 'locked' && isEnforced(data, control.pointer, prefilled))
    .reduce<Enforced>((enforced, { pointer }) => restore(enforced, pointer, prefilled[pointer]?.value), {
      data,
      tampered: [],
    });

/**
 * Does the same for fields that rules disable or the schema marks read-only: they hold the prefilled value, or
 * nothing. Run it after `enforceLocked`, because rules may read locked fields.
 */
export const enforceDisabled = (
  compiled: CompiledForm,
  enforced: Enforced,
  given: { readonly prefilled: Prefilled; readonly context: FormContext },
): Enforced => {
  const { disabled } = settle(compiled, enforced.data, given.context);
  return compiled.controls
    .filter((control) => disabled.has(control.id) && control.options.calc === undefined)
    .reduce((current, { pointer }) => restore(current, pointer, given.prefilled[pointer]?.value), enforced);
};

/** Whether the rows of a table are given, each to be judged: one of their columns is there to be read. */
export const hasGivenRows = ({ rows }: CompiledControl): boolean =>
  rows.some(({ schema, options }) => schema.readOnly === true && options.calc === undefined);

const readOnlyPointers = (table: CompiledControl, rows: readonly unknown[]): string[] =>
  rows.flatMap((_, index) =>
    table.rows
      .filter(({ schema, options }) => schema.readOnly === true && options.calc === undefined)
      .map(({ pointer }) => `${table.pointer}/${index}${pointer}`),
  );

/** The rows that were sent, as many as were given; one that is not there, or is none, begins as it was given. */
const asManyAs = (sent: unknown, given: readonly unknown[]): unknown[] =>
  given.map((row, index) => {
    const answered: unknown = Array.isArray(sent) ? sent[index] : undefined;
    return typeof answered === 'object' && answered !== null && !Array.isArray(answered) ? answered : row;
  });

/** Does the same for rows that are given: nobody adds or removes one, and what is there to be read stays as it was brought. */
export const enforceRows = (compiled: CompiledForm, enforced: Enforced, prefilled: Prefilled): Enforced =>
  compiled.controls.filter(hasGivenRows).reduce<Enforced>((current, table) => {
    const given = prefilled[table.pointer]?.value;
    if (!Array.isArray(given)) return current;
    const path = segmentsOf(table.pointer);
    const sent = readAt(current.data, path);
    const isOther = Array.isArray(sent) && sent.length !== given.length;
    const counted: Enforced = {
      data: writeAt(current.data, path, asManyAs(sent, given)),
      tampered: isOther ? [...current.tampered, table.pointer] : current.tampered,
    };
    const held = writeAt({}, path, given);
    return readOnlyPointers(table, given).reduce(
      (rows, pointer) => restore(rows, pointer, readAt(held, segmentsOf(pointer))),
      counted,
    );
  }, enforced);
