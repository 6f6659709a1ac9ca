import { fieldKindNames } from './palette/field-kinds.ts';
import type { FormDefinition, SourcesDescribed } from '@irisflow/forms';
import { createContext, use } from 'react';
import type { ProcedureSource } from '../settings/procedure-file.ts';
import type { NameChoice } from '../workspace/name-choices.ts';
import { stemOf } from './edit/build.ts';
import { fieldOf } from './edit/fields.ts';

/** What every part of the form editor works on. */
export interface FormEditing {
  readonly form: FormDefinition;
  /** The same with the choices of the code lists that its fields name: what people will see. */
  readonly filled: FormDefinition;
  /** Changes the form. Changes with the same `merge` that follow each other at once are undone together. */
  readonly edit: (next: FormDefinition, merge?: string) => void;
  readonly selectedId: string | null;
  readonly select: (id: string | null) => void;
  /** The form as it is in use; null while it never was, or while nobody knows. */
  readonly published: FormDefinition | null;
  /** Whether clerks answer it in a task. */
  readonly isTaskForm: boolean;
  /** Keys of the forms that clerks answer. */
  readonly taskForms: readonly string[];
  /** The code lists of the procedure, from which fields may take their choices. */
  readonly codeLists: readonly NameChoice[];
  /** What the procedure asks of others. */
  readonly sources: readonly ProcedureSource[];
  /** What the procedure says that they give; null for a form that nobody applies with. */
  readonly described: SourcesDescribed | null;
}

const FormEditingContext = createContext<FormEditing | undefined>(undefined);

export const FormEditingProvider = FormEditingContext;

export const useFormEditing = (): FormEditing => {
  const editing = use(FormEditingContext);
  if (editing === undefined) throw new Error('Expected to be inside the form editor, but found no form.');
  return editing;
};

/** Names that new fields begin with, before they have a label of their own. */
export const firstKeys: readonly string[] = fieldKindNames.map(stemOf);

/** Whether a published version keeps answers under the name of a field: another name then loses them. */
export const isPublishedField = ({ form, published }: Pick<FormEditing, 'form' | 'published'>, id: string): boolean => {
  if (published === null) return false;
  const now = fieldOf(form, id);
  const then = fieldOf(published, id);
  return now !== undefined && then?.control.scope === now.control.scope;
};
