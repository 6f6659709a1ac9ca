import type { FieldError } from './check-schema.ts';
import type { CompiledControl, CompiledForm } from './compile-form.ts';
import type { Audience, FormData } from './form.ts';
import { pathOfScope, pointerOf, readAt, writeAt, type Path } from './pointer.ts';
import { fieldChoices, type Choice } from './schema.ts';

const choicesOf = ({ schema }: CompiledControl): readonly Choice[] => fieldChoices(schema) ?? [];

const isOfDay = ({ validFrom = '', validTo = '9999-12-31' }: Choice, today: string): boolean =>
  validFrom <= today && today <= validTo;

/**
 * The choices that a field offers: those of the day and, where it stands under another field, those that belong to its answer.
 * `holder` is what the scopes of the control start at: all of the data, or one row.
 */
export const offeredChoices = (control: CompiledControl, holder: unknown, today: string): readonly Choice[] => {
  const ofDay = choicesOf(control).filter((choice) => isOfDay(choice, today));
  const under = control.options.codes?.under;
  if (under === undefined) return ofDay;
  const answer = readAt(holder, pathOfScope(under));
  const parents = (Array.isArray(answer) ? answer : [answer]).map(String);
  return ofDay.filter(({ parent }) => parent !== undefined && parents.includes(parent));
};

/** Choices that are always there are checked by the schema; these depend on the day and on other answers. */
const isChanging = (control: CompiledControl): boolean =>
  control.options.codes?.under !== undefined ||
  choicesOf(control).some(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined);

interface Holder {
  readonly value: unknown;
  readonly path: Path;
  readonly today: string;
}

const errorsOf = (control: CompiledControl, holder: Holder): FieldError[] => {
  const value = readAt(holder.value, control.path);
  const path = [...holder.path, ...control.path];
  if (control.rows.length > 0)
    return (Array.isArray(value) ? value : []).flatMap((row: unknown, index) =>
      control.rows.flatMap((inner) =>
        errorsOf(inner, { value: row, path: [...path, String(index)], today: holder.today }),
      ),
    );
  if (value === undefined || !isChanging(control)) return [];
  const offered = offeredChoices(control, holder.value, holder.today);
  const isOffered = (one: unknown): boolean => offered.some((choice) => choice.const === one);
  if (!Array.isArray(value)) return isOffered(value) ? [] : [{ pointer: pointerOf(path), keyword: 'enum', params: {} }];
  return value.flatMap((one: unknown, index) =>
    isOffered(one) ? [] : [{ pointer: pointerOf([...path, String(index)]), keyword: 'enum', params: {} }],
  );
};

/** Answers that are no choice on this day, or not beside the other answers; the same in the browser and on the server. */
export const choiceErrors = (
  { controls }: CompiledForm,
  data: FormData,
  { audience, today }: { readonly audience: Audience; readonly today: string },
): readonly FieldError[] =>
  controls
    .filter((control) => control.audiences.includes(audience))
    .flatMap((control) => errorsOf(control, { value: data, path: [], today }));

interface Beside {
  readonly controls: readonly CompiledControl[];
  /** The path of the data or of the row that they ask. */
  readonly base: Path;
  readonly changed: CompiledControl;
}

const endsAt = (path: Path, from: number, control: CompiledControl): boolean =>
  control.path.length === path.length - from && control.path.every((name, at) => name === path[from + at]);

/** The control at a path, with those that its scopes speak of: of the form, or of its row. */
const besideOf = ({ controls }: CompiledForm, path: Path): Beside | undefined => {
  const own = controls.find((control) => endsAt(path, 0, control));
  if (own !== undefined) return { controls, base: [], changed: own };
  const table = controls.find(
    (control) => control.rows.length > 0 && endsAt(path.slice(0, control.path.length), 0, control),
  );
  const from = (table?.path.length ?? 0) + 1;
  const inner = table?.rows.find((control) => endsAt(path, from, control));
  return table === undefined || inner === undefined
    ? undefined
    : { controls: table.rows, base: path.slice(0, from), changed: inner };
};

const kept = (value: unknown, offered: readonly Choice[]): unknown => {
  const isOffered = (one: unknown): boolean => offered.some((choice) => choice.const === one);
  if (!Array.isArray(value)) return isOffered(value) ? value : undefined;
  const left = value.filter(isOffered);
  return left.length === 0 ? undefined : left;
};

/**
 * The data once the answer at a path has changed: what was chosen under it goes where it no longer belongs to it, and what was
 * chosen under that in turn.
 */
export const afterChange = (
  compiled: CompiledForm,
  data: FormData,
  change: { path: Path; today: string },
): FormData => {
  const beside = besideOf(compiled, change.path);
  if (beside === undefined) return data;
  const { controls, base } = beside;
  const follow = (current: FormData, from: CompiledControl, seen: readonly CompiledControl[]): FormData =>
    controls
      .filter((control) => control.options.codes?.under === from.scope && !seen.includes(control))
      .reduce((next, control) => {
        const holder = readAt(next, base);
        const value = readAt(holder, control.path);
        const left = value === undefined ? undefined : kept(value, offeredChoices(control, holder, change.today));
        return follow(writeAt(next, [...base, ...control.path], left), control, [...seen, control]);
      }, current);
  return follow(data, beside.changed, [beside.changed]);
};
