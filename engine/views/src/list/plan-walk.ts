import { sql } from '@irisflow/database';
import { foldedWords } from '@irisflow/foundation';
import type { WorklistFilter } from '@irisflow/worklist';
import type { Sql } from '../filter/field-value.ts';
import type { ViewCondition, ViewDefinition } from '../views/view-definition.ts';

/** Conditions that hold of every task of the view: of them, the walk through the list may make use. */
const alwaysHeld = ({ filter }: ViewDefinition): ViewCondition[] =>
  filter.match === 'all' || filter.parts.length === 1
    ? filter.parts.flatMap((part) => ('parts' in part ? [] : [part]))
    : [];

/** Cases that stand still or in which a message waits are few: the index of those finds them. */
const rare: Readonly<Record<string, (administration: string) => Sql<boolean>>> = {
  incident: (administration) =>
    sql<boolean>`t.case_id in (select i.case_id from casework.case_incident i
      where i.administration = ${administration} and i.ended_at is null)`,
  unread: (administration) =>
    sql<boolean>`t.case_id in (select m.case_id from casework.case_message m
      where m.administration = ${administration} and m.sender = 'applicant' and m.read_at is null)`,
};

interface Walker {
  readonly personId: string;
  readonly administration: string;
}

const narrowingOf = (
  { field, operator, values }: ViewCondition,
  { personId, administration }: Walker,
): Sql<boolean> | undefined => {
  if (field === 'assignee' && operator === 'oneOf' && values.length > 0 && !values.includes('nobody'))
    return sql<boolean>`t.assignee = any(${values.map((one) => (one === 'me' ? personId : one))}::text[])`;
  return operator === 'yes' && Object.hasOwn(rare, field) ? rare[field]?.(administration) : undefined;
};

const only = (conditions: readonly ViewCondition[], field: string): string | null => {
  const found = conditions.find((one) => one.field === field && one.operator === 'oneOf' && one.values.length === 1);
  return found?.values[0] ?? null;
};

const wordsOf = (conditions: readonly ViewCondition[]): string | null =>
  foldedWords(conditions.find(({ field, operator }) => field === 'applicant' && operator === 'contains')?.values[0]);

const mostDays = (conditions: readonly ViewCondition[]): number | undefined => {
  const most = conditions.find(({ field, operator }) => field === 'daysLeft' && operator === 'atMost')?.values[0];
  return most === undefined || !/^-?\d{1,5}$/.test(most) ? undefined : Number(most);
};

/**
 * How the tasks of a view are walked through: by what an index finds at once, if there is such a condition, else in the order
 * of the list. It may bring more than the view shows; each task is then looked at by itself.
 */
export const planWalk = (definition: ViewDefinition, walker: Walker): WorklistFilter => {
  const conditions = alwaysHeld(definition);
  const [procedureOfStep, element] = only(conditions, 'step')?.split('/') ?? [];
  const [among] = conditions.flatMap((condition) => narrowingOf(condition, walker) ?? []);
  const maxDaysLeft = mostDays(conditions);
  return {
    view: definition.list,
    procedureKey: only(conditions, 'procedure') ?? procedureOfStep ?? null,
    elementId: element ?? null,
    language: only(conditions, 'language'),
    words: wordsOf(conditions),
    ...(among === undefined ? {} : { among }),
    ...(maxDaysLeft === undefined ? {} : { maxDaysLeft }),
  };
};
