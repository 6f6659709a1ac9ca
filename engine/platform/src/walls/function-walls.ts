import { actorNames, type Grantee, grantees } from '@irisflow/access';

/** A function of the keeper and who may call it. */
export interface FunctionWall {
  /** As PostgreSQL names it, with the types of its arguments. */
  readonly signature: string;
  readonly callers: readonly Grantee[];
}

const writers: readonly Grantee[] = [
  ...actorNames.filter((name) => name !== 'anonymous'),
  'operator',
  'signIn',
  'admission',
  'firstAdministrator',
  'proposals',
  'staffing',
  'terms',
  'opinions',
  'transfers',
  'intake',
  'erasure',
  'privacy',
  'retention',
  'webhooks',
];

/** Whoever finds out who somebody is learns with it what of their administration they see. */
const introduced: readonly Grantee[] = grantees.filter((name) => name !== 'anonymous' && name !== 'keeper');

export const functionWalls: readonly FunctionWall[] = [
  { signature: 'reach_of(text)', callers: introduced },
  { signature: 'reaches_case(text, text)', callers: ['boundStaff'] },
  { signature: 'note_commune()', callers: [] },
  { signature: 'move_tasks_to_commune()', callers: [] },
  { signature: 'version_waits(text, integer)', callers: [...actorNames, 'operator', 'intake', 'transfers'] },
  { signature: 'cases_with(text)', callers: ['staff', 'boundStaff'] },
  { signature: 'is_canceled_number(text)', callers: ['person', 'staff', 'boundStaff', 'intake', 'apiToken'] },
  { signature: 'cases_beside(text[])', callers: [] },
  { signature: 'shared_cases(text)', callers: ['person', 'staff', 'boundStaff', 'auditor'] },
  { signature: 'tell_webhooks(text, text, timestamptz)', callers: [] },
  { signature: 'tell_of_status()', callers: [] },
  { signature: 'tell_of_decision()', callers: [] },
  { signature: 'tell_of_closing()', callers: [] },
  { signature: 'tell_of_question()', callers: [] },
  { signature: 'tell_of_answer()', callers: [] },
  { signature: 'tell_of_message()', callers: [] },
  { signature: 'order_tasks(text[])', callers: ['worklist'] },
  { signature: 'order_tasks_of_terms()', callers: [] },
  { signature: 'move_requests_of_terms()', callers: [] },
  { signature: 'move_requests_to_new_runs()', callers: [] },
  { signature: 'count_new_tasks()', callers: [] },
  { signature: 'count_changed_tasks()', callers: [] },
  { signature: 'count_new_tasks_of_kinds()', callers: [] },
  { signature: 'count_changed_tasks_of_kinds()', callers: [] },
  {
    signature: 'search_contacts(text, text, text, text, text, date, timestamptz, text, integer)',
    callers: ['staff', 'boundStaff'],
  },
  { signature: 'taken_places(text, timestamptz, timestamptz)', callers: ['person', 'staff', 'boundStaff'] },
  { signature: 'closures_of_counter(text)', callers: ['person', 'staff', 'boundStaff'] },
  { signature: 'count_contacts(text, text, text, text, text, date)', callers: ['staff', 'boundStaff'] },
  { signature: 'search_cases(text, text, text, text, timestamptz, text, integer)', callers: ['staff', 'boundStaff'] },
  { signature: 'count_cases(text, text, text, text)', callers: ['staff', 'boundStaff'] },
  { signature: 'lock_audit_head(text, text)', callers: writers },
  {
    signature: 'append_audit_entry(text, bigint, timestamptz, text, text, text, text, jsonb, text, text)',
    callers: writers,
  },
];
