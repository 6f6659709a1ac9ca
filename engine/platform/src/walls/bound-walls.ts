import { ownApplications, type Right, seenCases, setting, type Wall } from '@irisflow/access';

/** Read once a statement. */
const listed = (name: 'kinds' | 'papers' | 'counted' | 'reached'): string =>
  `(select string_to_array(${setting(name)}, ' '))::text[]`;

/** That a row with these columns is of a kind that rules name; told as a choice, because the planner takes an overlap for rare. */
const ofKind = (commune: string, name: 'kinds' | 'counted' = 'kinds'): string =>
  `case when casework.kinds_of(procedure_key, language, ${commune}) && ${listed(name)} then true else false end`;

const ofProcedure = `(procedure_key = any(${listed('reached')}) or '*' = any(${listed('reached')}))`;

const ofCase = (name: 'kinds' | 'papers', column = 'case_id'): string => `casework.reaches_case(${column}, '${name}')`;

/** No row. */
const nothing = 'false';

/**
 * What has no case in its row: what of it is left for staff whom rules of access bound, `all` where that is no matter of cases.
 * A table that is not named here and has no `case_id` does not compile.
 */
export const boundBeside = {
  migration: 'all',
  absence: 'all',
  accessibility_report: 'all',
  accessibility_statement: 'all',
  administration: 'all',
  access_rule: 'all',
  allowed_host: 'all',
  api_token: nothing,
  api_token_secret: nothing,
  audit_entry: nothing,
  audit_head: nothing,
  bank_movement: nothing,
  bank_statement: nothing,
  branding: 'all',
  contact_unit: 'all',
  bank_answer: nothing,
  // A budget is of all cases together.
  budget_credit: nothing,
  budget_line: nothing,
  budget_line_balance: nothing,
  budget_movement: nothing,
  bulk_decision: ofProcedure,
  // Whoever sees a part of the cases makes no campaign; whoever is invited reads it.
  campaign: `id in (select r.campaign_id from casework.campaign_recipient r where r.state = 'sent' and r.person_id = ${setting('applicant')})`,
  campaign_choice: `party_id = ${setting('applicant')}`,
  campaign_event: nothing,
  case_counter: 'all',
  carrier_contract: 'all',
  case_import: nothing,
  right_import: nothing,
  // Whoever works for an administration may apply for something as well.
  case_file: `(${ofKind('commune')} or ${seenCases})`,
  channel_choice: 'all',
  closure: 'all',
  connector_registration: 'all',
  connector_token: nothing,
  connector_token_secret: nothing,
  contact: 'all',
  contact_code: 'all',
  contact_point: 'all',
  counter: 'all',
  default_view: 'all',
  delegation: 'all',
  destruction: nothing,
  document_chunk: 'all',
  document_content: 'all',
  document_upload: 'all',
  engagement_balance: nothing,
  first_administrator_token: nothing,
  installment: 'all',
  installment_plan: 'all',
  payable_hold: 'all',
  invitation: nothing,
  // Books are of all cases together; of one they show what its receivables show.
  ledger_balance: nothing,
  ledger_book: nothing,
  ledger_entry: 'all',
  ledger_line: 'all',
  mail_link: nothing,
  mandate: 'all',
  online_capture: 'all',
  online_payment: 'all',
  print_batch: 'all',
  paragraph: 'all',
  paragraph_version: 'all',
  party: 'all',
  party_identifier: 'all',
  party_label: 'all',
  party_label_use: 'all',
  party_merge: 'all',
  party_note: 'all',
  party_note_version: 'all',
  person: 'all',
  payee: 'all',
  payer: 'all',
  payment: nothing,
  payment_balance: nothing,
  payment_batch: nothing,
  payment_batch_balance: nothing,
  payment_note: nothing,
  procedure: 'all',
  procedure_definition: 'all',
  procedure_draft: 'all',
  procedure_draft_file: 'all',
  quota_count: ofProcedure,
  quota_event: ofProcedure,
  procedure_reservation: 'all',
  procedure_version: 'all',
  procedure_version_file: 'all',
  receivable_balance: 'all',
  receivable_dispute: 'all',
  receivable_tally: nothing,
  reference_prefix: 'all',
  replaced_draft: 'all',
  replaced_file: 'all',
  draft_presence: 'all',
  request_count: nothing,
  right_counter: nothing,
  // What is offered is for everybody to read; what no right was told of is of no case.
  right_source: 'all',
  saved_view: 'all',
  sealed_detail: 'all',
  service: 'all',
  session: nothing,
  paper_source: 'all',
  source_access: 'all',
  source_authorization: 'all',
  staff_group: 'all',
  stray_task: nothing,
  // Of all tasks together; what is counted by procedure says it for some.
  task_count: nothing,
  task_feed: nothing,
  task_kind_count: ofKind('null', 'counted'),
  unmasking: 'all',
  version_approval: 'all',
  version_exception: 'all',
  scheduled_publication: 'all',
  procedure_retirement: 'all',
  // Whoever sees a part of the cases moves none.
  version_move: nothing,
  // Of all cases together.
  rehearsal: nothing,
  rehearsal_case: nothing,
  version_move_item: nothing,
  incoming_webhook: nothing,
  incoming_webhook_secret: nothing,
  // Numbers of all cases together.
  step_day: nothing,
  step_month: nothing,
  step_now: nothing,
  step_open: nothing,
  step_clock: 'all',
  draft_count: nothing,
  draft_pages: nothing,
  retirement_mail: nothing,
  webhook: nothing,
  webhook_secret: nothing,
  write_off: nothing,
} as const satisfies Readonly<Record<string, string>>;

/** What is compared otherwise than by the case of the row alone. */
const ofTheirOwn: Readonly<Record<string, string>> = {
  ...boundBeside,
  // Whoever comes without a case comes for a procedure, or for something else.
  appointment: `((${ownApplications}) or (${ofCase('kinds')} and (case_id is not null or procedure_key is null or ${ofProcedure})))`,
  receivable: `((${ownApplications}) or ${ofCase('kinds')})`,
  payable: `((${ownApplications}) or ${ofCase('kinds')})`,
  task: ofKind('commune'),
  document: ofCase('papers'),
  // Says what left, and in which document it stands. Changes to one that is still to leave are the work of whoever signs it.
  letter: ofCase('papers'),
  application_draft: `((${ownApplications}) or ${ofProcedure})`,
  case_link: `(${ofCase('kinds')} and ${ofCase('kinds', 'of_case_id')})`,
};

const bound = (condition: string, right: Right): Right => {
  const { rows, written } = right;
  const both = (rule: string): string => `(${rule}) and ${condition}`;
  return { ...right, rows: both(rows), ...(written === undefined ? {} : { written: both(written) }) };
};

/** What staff reach of a table when they see a part of the cases: whatever staff do, of these cases. */
const boundWall = (table: string, wall: Wall): Wall => {
  const condition = ofTheirOwn[table] ?? ofCase('kinds');
  if (wall.staff === undefined || condition === nothing) return wall;
  // Whoever a rule bounds may have a conflict of interest with some of what it leaves.
  const rights = wall.apartStaff ?? wall.staff;
  return { ...wall, boundStaff: condition === 'all' ? rights : rights.map((right) => bound(condition, right)) };
};

/** Walls with a way for staff whom rules of access bound, drawn from the one of all staff. */
export const withBoundStaff = <Name extends string>(
  walls: Readonly<Record<Name, Wall>>,
): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(Object.entries<Wall>(walls).map(([name, wall]) => [name, boundWall(name, wall)])) as Record<
    Name,
    Wall
  >;
