import type { Queryable } from '@irisflow/database';
import { pathOfScope, pointerOf, processBindings, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';
import type { BulkSummary } from './views/bulk.ts';

export interface KindKey {
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly elementId: string;
}

/** One step of one version of a procedure: its tasks have one form and mean one thing. */
export interface TaskKind {
  readonly view: BulkSummary['kind'];
  readonly form: CompiledForm | null;
  /** JSON pointers of what is answered once for all; null when its author does not offer that. */
  readonly fields: readonly string[] | null;
  /** Variables of the process that those answers set. */
  readonly sets: readonly string[];
  /** What is shown of each case before it is decided. */
  readonly shown: readonly string[];
  isOf(task: TaskOfKind): boolean;
}

interface TaskOfKind {
  readonly procedureKey: string;
  readonly elementId: string;
  readonly case: { readonly procedureVersion: number };
}

const setBy = (form: CompiledForm | null, fields: readonly string[]): string[] =>
  form === null
    ? []
    : processBindings(form)
        .out.filter(({ from }) => fields.includes(pointerOf(pathOfScope(from))))
        .flatMap(({ to }) => to.split('.').slice(0, 1));

type Offer = PublishedProcedure['description']['tasks'][string]['bulk'];

const offeredBy = (bulk: Offer, form: CompiledForm | null): Pick<TaskKind, 'fields' | 'sets' | 'shown'> =>
  bulk === undefined
    ? { fields: null, sets: [], shown: [] }
    : { fields: bulk.fields, sets: setBy(form, bulk.fields), shown: bulk.shown ?? [] };

const kindOf = ({ description, forms }: PublishedProcedure, key: KindKey): TaskKind => {
  const { procedureKey, procedureVersion, elementId } = key;
  const task = description.tasks[elementId];
  const form = forms.get(task?.form ?? '') ?? null;
  return {
    view: { ...key, procedureTitle: description.title, taskName: task?.name ?? inEveryLocale(() => elementId) },
    form,
    ...offeredBy(task?.bulk, form),
    isOf: (other) =>
      other.procedureKey === procedureKey &&
      other.elementId === elementId &&
      other.case.procedureVersion === procedureVersion,
  };
};

export const findKind = async ({ library }: Surroundings, db: Queryable, key: KindKey): Promise<TaskKind> =>
  kindOf(await library.version(db, key.procedureKey, key.procedureVersion), key);
