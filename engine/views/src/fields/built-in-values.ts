import { sql } from '@irisflow/database';
import { foldText } from '@irisflow/foundation';
import { communes } from '@irisflow/identifiers';
import type { FieldValue, Sql } from '../filter/field-value.ts';
import type { BuiltInKey } from './built-in-labels.ts';

/** Where the applications of some versions say in which commune their applicant lives. */
export interface CommunePlace {
  readonly procedureKey: string;
  readonly versions: readonly number[];
  readonly path: readonly string[];
}

export interface BuiltInContext {
  readonly personId: string;
  readonly today: string;
  readonly communePlaces: readonly CommunePlace[];
}

export const ofVersions = ({ procedureKey, versions }: Omit<CommunePlace, 'path'>): Sql<boolean> =>
  sql<boolean>`(f.procedure_key = ${procedureKey} and f.procedure_version = any(${versions}::integer[]))`;

/** The commune as it was written, where the procedure says that it is told. */
export const communeText = (places: readonly CommunePlace[]): Sql => {
  if (places.length === 0) return sql`null::text`;
  const told = places.map((place) => sql`when ${ofVersions(place)} then f.data #>> ${place.path}::text[]`);
  return sql`(case ${sql.join(told, sql` `)} end)`;
};

const yesNo = (value: Sql): FieldValue => ({ kind: 'yesNo', value });
const date = (value: Sql): FieldValue => ({ kind: 'date', value });
const inBrussels = (instant: Sql): Sql => sql`(${instant} at time zone 'Europe/Brussels')::date`;

/** Names of communes as applications write them, in either language. */
const namesOfCommunes = (codes: readonly string[]): string[] =>
  communes.filter(({ nis }) => codes.includes(nis)).flatMap(({ fr, nl }) => [foldText(fr), foldText(nl)]);

export const receivedOn: Sql = sql`coalesce(f.received_on, ${inBrussels(sql`f.submitted_at`)})::text`;
export const standsStill: Sql = sql`exists (select from casework.case_incident i where i.case_id = t.case_id and i.ended_at is null)`;
export const hasUnread: Sql = sql`exists (select from casework.case_message m
  where m.case_id = t.case_id and m.sender = 'applicant' and m.read_at is null)`;
export const waitsForApplicant: Sql = sql`exists (select from casework.information_request r
  where r.case_id = t.case_id and r.state = 'open')`;

/** What all tasks have; the name of a task is shown and asked for by its step. */
type Asked = Exclude<BuiltInKey, 'task'>;

const values: Readonly<Record<Asked, (context: BuiltInContext) => FieldValue>> = {
  daysLeft: ({ today }) => ({ kind: 'number', value: sql`coalesce(t.days_left, t.due_on - ${today}::date)` }),
  dueOn: () => date(sql`t.due_on::text`),
  applicant: () => ({ kind: 'text', value: sql`f.search_text` }),
  procedure: () => ({ kind: 'choice', value: sql`array[f.procedure_key]` }),
  step: () => ({ kind: 'choice', value: sql`array[f.procedure_key || '/' || t.element_id]` }),
  status: () => ({ kind: 'choice', value: sql`array[f.status]` }),
  language: () => ({ kind: 'choice', value: sql`array[f.language]` }),
  commune: ({ communePlaces }) => ({
    kind: 'choice',
    value: sql`array_remove(array[btrim(casework.folded(${communeText(communePlaces)}))], null)`,
    meaning: namesOfCommunes,
  }),
  received: () => date(receivedOn),
  created: () => date(sql`${inBrussels(sql`t.created_at`)}::text`),
  assignee: ({ personId }) => ({
    kind: 'choice',
    value: sql`array[coalesce(t.assignee, 'nobody')]`,
    meaning: (people) => people.map((one) => (one === 'me' ? personId : one)),
  }),
  group: () => ({ kind: 'choice', value: sql`t.candidate_groups` }),
  priority: () => ({ kind: 'number', value: sql`t.priority` }),
  incident: () => yesNo(standsStill),
  unread: () => yesNo(hasUnread),
  waiting: () => yesNo(waitsForApplicant),
};

/** What a field of all tasks holds; nothing for those that are only shown. */
export const builtInValue = (key: BuiltInKey, context: BuiltInContext): FieldValue | undefined =>
  key === 'task' ? undefined : values[key](context);
