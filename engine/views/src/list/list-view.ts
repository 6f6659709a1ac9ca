import { type Actor, requireClerk } from '@irisflow/access';
import { findWorklistRows, summarizeTasks } from '@irisflow/tasks';
import { cursorOf, pageLimit, positionOf } from '@irisflow/foundation';
import { rankKindOf, type Worklist, type WorklistKey, worklistOf } from '@irisflow/worklist';
import { readFields } from '../fields/read-fields.ts';
import { compileFilter, type Compiling, conditionsOf, requireFewConditions } from '../filter/compile-filter.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ViewDefinition } from '../views/view-definition.ts';
import type { ViewPage, ViewRow } from '../views/view-page.ts';
import { isAnswer, withCells } from './cells.ts';
import { noteFilter } from './note-filter.ts';
import { planWalk } from './plan-walk.ts';
import { type Sieving, sieveTasks } from './sieve.ts';

export interface ListView {
  readonly definition: ViewDefinition;
  /** Of those that the view shows, the tasks of one procedure, or of one step of it. */
  readonly procedure?: string;
  readonly element?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const afterOf = (position: ReturnType<typeof positionOf>): WorklistKey | null =>
  position === null ? null : { rank: position.sort, id: position.id };

interface Planned {
  readonly definition: ViewDefinition;
  readonly worklist: Worklist;
  readonly valueOf: Compiling['valueOf'];
}

/** How the tasks of a view are walked through, and what each of them has to be. */
export const planSieve = ({ definition, worklist, valueOf }: Planned): Pick<Sieving, 'walk' | 'condition'> => ({
  walk: planWalk(definition, worklist),
  condition: compileFilter(definition.filter, { today: worklist.today, valueOf }),
});

/** What a view asks for, ready to be walked through; refused where it asks for what its reader may not read. */
export const prepareSieve = async (
  surroundings: Surroundings,
  actor: Actor,
  { definition, procedure, element, cursor, limit }: ListView,
): Promise<Sieving> => {
  const clerk = requireClerk(actor);
  const { worklist } = await worklistOf(surroundings, actor);
  requireFewConditions(definition.filter);
  const keys = conditionsOf(definition.filter).map(({ condition }) => condition.field);
  const valueOf = await readFields(surroundings, surroundings.database, { clerk, today: worklist.today, keys });
  const { walk, condition } = planSieve({ definition, worklist, valueOf });
  const only = {
    ...walk,
    ...(procedure !== undefined && { procedureKey: procedure }),
    ...(element !== undefined && { elementId: element }),
  };
  // What is refused asked nothing.
  await noteFilter(surroundings, actor, definition);
  const { sort } = definition;
  const after = afterOf(positionOf(cursor, rankKindOf(only, sort)));
  return { walk: only, condition, worklist, sort, after, limit: pageLimit(limit) };
};

/** The rows of some tasks of a view, in their order. */
export const viewRows = async (
  surroundings: Surroundings,
  actor: Actor,
  { definition, keys }: { definition: ViewDefinition; keys: readonly WorklistKey[] },
): Promise<ViewRow[]> => {
  if (keys.length === 0) return [];
  const { database } = surroundings;
  const { worklist, reader } = await worklistOf(surroundings, actor);
  const ids = keys.map(({ id }) => id);
  const rows = await findWorklistRows(database, { ids, today: worklist.today });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inOrder = ids.flatMap((id) => byId.get(id) ?? []);
  const asked = conditionsOf(definition.filter).map(({ condition }) => condition.field);
  return withCells(surroundings, database, {
    tasks: await summarizeTasks(surroundings, database, { rows: inOrder, reader }),
    columns: definition.columns,
    clerk: requireClerk(actor),
    readsAnswers: [...definition.columns, ...asked].some(isAnswer),
  });
};

/** A page of the tasks that a view shows, saved or not. */
export const listViewTasks: UseCase<ListView, ViewPage> = async (surroundings, actor, input) => {
  const sieving = await prepareSieve(surroundings, actor, input);
  const { keys, looked, next } = await sieveTasks(surroundings.database, sieving);
  return {
    items: await viewRows(surroundings, actor, { definition: input.definition, keys }),
    looked,
    nextCursor: next === null ? null : cursorOf({ sort: next.rank, id: next.id }),
  };
};
