import type { CompiledForm } from './compile-form.ts';
import type { FormData } from './form.ts';
import { pointerOf, readAt, segmentsOf } from './pointer.ts';
import { settle, type FormContext } from './settle.ts';

/** A value that was sent but does not belong in the result, and why. */
export interface RemovedValue {
  readonly pointer: string;
  readonly reason: 'hidden' | 'audience' | 'unknown';
}

export interface Pruned {
  readonly data: FormData;
  readonly removed: readonly RemovedValue[];
}

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const leavesOf = (value: unknown, path: readonly string[]): readonly string[] => {
  if (isBranch(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  return isBlank(value) || path.length === 0 ? [] : [pointerOf(path)];
};

const covers = (pointer: string, leaf: string): boolean => leaf === pointer || leaf.startsWith(`${pointer}/`);

const reasonFor = (compiled: CompiledForm, leaf: string, context: FormContext): RemovedValue['reason'] => {
  const control = compiled.controls.find((candidate) => covers(candidate.pointer, leaf));
  if (control === undefined) return 'unknown';
  if (!control.audiences.includes(context.audience)) return 'audience';
  const rest = segmentsOf(leaf.slice(control.pointer.length)).slice(1);
  const known = control.rows.length === 0 || control.rows.some((row) => covers(row.pointer, pointerOf(rest)));
  const inside = control.rows.length > 0 || control.schema.properties === undefined;
  return known && inside ? 'hidden' : reasonInside(control.schema.properties, leaf.slice(control.pointer.length));
};

const reasonInside = (properties: object | undefined, rest: string): RemovedValue['reason'] => {
  const [head] = segmentsOf(rest);
  return head !== undefined && properties !== undefined && Object.hasOwn(properties, head) ? 'hidden' : 'unknown';
};

/** Removes hidden, foreign and unknown values, and lists each one with its reason. Blank values go silently. */
export const prune = (compiled: CompiledForm, data: FormData, context: FormContext): Pruned => {
  const settled = settle(compiled, data, context);
  const removed = leavesOf(data, [])
    .filter((leaf) => readAt(settled.data, segmentsOf(leaf)) === undefined)
    .map((pointer) => ({ pointer, reason: reasonFor(compiled, pointer, context) }));
  return { data: settled.data, removed };
};
