import { type CompiledForm, type FormContext, type FormData, prune, validateForm } from '@irisflow/forms';

/** What a form does not take of answers: where it knows no such field, or has another rule. What is not answered yet may be missing. */
const refusedBy = (form: CompiledForm, data: FormData, context: FormContext): ReadonlySet<string> => {
  const unknown = prune(form, data, context).removed.filter(({ reason }) => reason === 'unknown');
  const wrong = validateForm(form, data, context).filter(({ keyword }) => keyword !== 'required');
  return new Set([...unknown.map(({ pointer }) => pointer), ...wrong.map(({ pointer }) => pointer)]);
};

export interface Answered {
  readonly data: FormData;
  /** The form of the version whose case moves; null when there is none. */
  readonly before: CompiledForm | null;
  readonly after: CompiledForm | null;
}

/**
 * Where answers would be lost on another version: the first pointer that its form refuses and theirs does not. What was refused
 * before, such as a day that has passed since, keeps no case back.
 */
export const lostAnswer = ({ data, before, after }: Answered, context: FormContext): string | null => {
  if (Object.keys(data).length === 0) return null;
  if (after === null) return '';
  const known = before === null ? new Set<string>() : refusedBy(before, data, context);
  return [...refusedBy(after, data, context)].find((pointer) => !known.has(pointer)) ?? null;
};
