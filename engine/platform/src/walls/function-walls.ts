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
  'appeals',
  'intake',
  'erasure',
  'privacy',
  'retention',
  'webhooks',
  'incomingWebhooks',
  'fileChecks',
  'statements',
  'onlinePayments',
  'campaigns',
  'rightSources',
  'versionMoves',
  'publications',
  'rehearsals',
  'registers',
];

/** Whoever finds out who somebody is learns with it what of their administration they see. */
const introduced: readonly Grantee[] = grantees.filter((name) => name !== 'anonymous' && name !== 'keeper');

const apart: readonly Grantee[] = ['boundStaff', 'apartStaff'];
const office: readonly Grantee[] = ['staff', ...apart];

export const functionWalls: readonly FunctionWall[] = [
  { signature: 'reach_of(text)', callers: introduced },
  { signature: 'reaches_case(text, text)', callers: ['boundStaff'] },
  {
    signature: 'is_account_of(text, text)',
    callers: [...office, 'auditor', 'operator', 'staffing', 'opinions', 'privacy'],
  },
  { signature: 'powers_of(text, date)', callers: [...office, 'operator', 'worklist'] },
  { signature: 'is_apart(text)', callers: introduced },
  { signature: 'apart_cases()', callers: [...apart, 'opinions', 'transfers', 'versionMoves'] },
  { signature: 'apart_parties()', callers: apart },
  { signature: 'apart_contacts()', callers: apart },
  { signature: 'apart_instances()', callers: apart },
  { signature: 'apart_tasks()', callers: apart },
  { signature: 'people_apart(text[])', callers: office },
  { signature: 'tasks_at_hand(text, text, text)', callers: office },
  { signature: 'hands_in_matters(text[])', callers: [...office, 'connector'] },
  { signature: 'tasks_held_apart()', callers: ['terms'] },
  { signature: 'tasks_held_without_power(date)', callers: ['terms'] },
  { signature: 'parties_merged(text, text[])', callers: [] },
  { signature: 'count_begun_draft()', callers: [] },
  { signature: 'count_moved_draft()', callers: [] },
  // Called by the triggers alone that count applications.
  { signature: 'count_draft(text, text, date, text, integer, integer)', callers: [] },
  { signature: 'apart_parties_of(text)', callers: [] },
  { signature: 'cases_about(text, text[], text[])', callers: [] },
  { signature: 'apart_cases_of(text)', callers: [] },
  { signature: 'note_commune()', callers: [] },
  { signature: 'move_tasks_to_commune()', callers: [] },
  {
    signature: 'version_waits(text, integer)',
    callers: ['terms', ...actorNames, 'operator', 'intake', 'outbox', 'transfers'],
  },
  { signature: 'cases_with(text)', callers: office },
  { signature: 'is_canceled_number(text)', callers: ['person', ...office, 'intake', 'apiToken'] },
  { signature: 'cases_beside(text[])', callers: [] },
  { signature: 'shared_cases(text)', callers: ['person', ...office, 'auditor'] },
  { signature: 'tell_webhooks(text, text, timestamptz)', callers: [] },
  { signature: 'tell_of_status()', callers: [] },
  { signature: 'tell_of_decision()', callers: [] },
  { signature: 'tell_of_closing()', callers: [] },
  { signature: 'tell_of_question()', callers: [] },
  { signature: 'tell_of_answer()', callers: [] },
  { signature: 'tell_of_message()', callers: [] },
  { signature: 'mark_right_questions()', callers: [] },
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
    callers: office,
  },
  { signature: 'taken_places(text, timestamptz, timestamptz)', callers: ['person', ...office] },
  { signature: 'closures_of_counter(text)', callers: ['person', ...office] },
  { signature: 'count_contacts(text, text, text, text, text, date)', callers: office },
  { signature: 'search_cases(text, text, text, text, timestamptz, text, integer)', callers: office },
  { signature: 'count_cases(text, text, text, text)', callers: office },
  {
    signature: 'lock_ledger(text)',
    callers: [...office, 'connector', 'terms', 'statements', 'onlinePayments', 'appeals'],
  },
  { signature: 'lock_budget_lines(text[])', callers: [...office, 'connector', 'statements'] },
  { signature: 'open_budget_balance()', callers: [] },
  { signature: 'add_up_budget()', callers: [] },
  { signature: 'number_ledger_entry()', callers: [] },
  { signature: 'add_up_ledger_lines()', callers: [] },
  { signature: 'balance_ledger_entry()', callers: [] },
  { signature: 'keep_released_batch()', callers: [] },
  { signature: 'add_up_payment_batches()', callers: [] },
  { signature: 'add_up_payment_refund()', callers: [] },
  { signature: 'tally_receivable()', callers: [] },
  { signature: 'begin_dispute()', callers: [] },
  { signature: 'end_dispute()', callers: [] },
  { signature: 'move_receivable_tally()', callers: [] },
  { signature: 'receivables_of_debtor(text)', callers: office },
  { signature: 'lock_audit_head(text, text)', callers: writers },
  {
    signature: 'append_audit_entry(text, bigint, timestamptz, text, text, text, text, jsonb, text, text)',
    callers: writers,
  },
];
