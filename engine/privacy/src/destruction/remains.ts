import type { PrivacyTables } from '../storage/tables.gen.ts';

/** What this room keeps of a destruction outlives it. */
export type TableName = Exclude<keyof PrivacyTables, 'destruction' | 'destroyed_case'>;

/** What happens to rows of a table when a case goes, or the last thing that anybody had of a party. */
export interface Parting {
  /** `$1` is the key of the case, or of the party. */
  readonly of: 'case' | 'party';
  /** SQL condition. */
  readonly rows: string;
  /** They stay without these values; without it, they go. */
  readonly set?: string;
}

const case_ = (rows: string, set?: string): Parting =>
  set === undefined ? { of: 'case', rows } : { of: 'case', rows, set };
const party = (rows: string, set?: string): Parting =>
  set === undefined ? { of: 'party', rows } : { of: 'party', rows, set };

const ofCase = [case_('case_id = $1')];
const draftOfCase = 'select d.id from casework.application_draft d where d.case_id = $1';
const instancesOfCase = `select unnest(f.earlier_instances || f.process_instance_key) from casework.case_file f where f.id = $1
    union all select r.process_instance_key from casework.right_instance r where r.case_id = $1`;
/** The log of one day may know an opening of the party's page by the same function. */
const toldAnyway = `case_id = $1 and kind = 'opening' and exists (select from casework.file_access o
  where o.case_id is null and o.kind = 'opening' and o.administration = file_access.administration
    and o.person_id = file_access.person_id and o.acting_as = file_access.acting_as and o.day = file_access.day)`;
const onlyAboutCase = `exists (select from casework.contact_case k where k.contact_id = contact.id and k.case_id = $1)
  and not exists (select from casework.contact_case k where k.contact_id = contact.id and k.case_id <> $1)`;
/** The answers that many cases got go with the last of them. */
const emptied = `$1::text is not null
  and not exists (select from casework.bulk_item i where i.bulk_id = bulk_decision.id)`;

/**
 * Every table, in the order in which rows leave: what refers to others first. A table that is not named does not compile; one
 * without a parting knows no case and nobody who is in one.
 */
export const remains = {
  source_change: ofCase,
  restricted_answer: ofCase,
  answer_unmasking: ofCase,
  source_correction: ofCase,
  source_answer: ofCase,
  case_message: ofCase,
  hearing_summons: ofCase,
  hearing: ofCase,
  inspection: ofCase,
  opinion: ofCase,
  case_incident: ofCase,
  unmasking: [case_(`process_instance_key in (${instancesOfCase})`)],
  stray_task: [case_(`root_instance_key in (${instancesOfCase})`)],
  right_instance: ofCase,
  register_notice: ofCase,
  case_import_row: ofCase,
  external_reference: ofCase,
  reopening: ofCase,
  appeal: [case_('case_id = $1 or against_case_id = $1')],
  declared_change: ofCase,
  feedback: ofCase,
  transfer: [case_('case_id = $1 or new_case_id = $1')],
  case_link: [case_('case_id = $1 or of_case_id = $1')],
  // What happened to the line goes on saying so: it names nobody.
  quota_count: [],
  quota_event: [],
  quota_place: [
    case_('case_id = $1'),
    case_('right_id in (select r.id from casework.granted_right r where r.case_id = $1)', 'right_id = null'),
  ],
  obligation_event: ofCase,
  obligation_occurrence: ofCase,
  obligation: ofCase,
  // Who asked for a right is told for as long as its log is kept, without the right.
  right_question: [case_('case_id = $1', 'case_id = null, right_id = null, followed = false')],
  // A case that only changed what another one left behind is no longer named there.
  right_version: [case_('case_id = $1'), case_('cause_case_id = $1', 'cause_case_id = null, decision_id = null')],
  right_import_row: ofCase,
  granted_right: ofCase,
  // An answer that is destroyed leaves that there was one.
  campaign_recipient: [
    case_('case_id = $1'),
    case_('answer_case_id = $1', 'answer_case_id = null'),
    case_(`draft_id in (${draftOfCase})`, 'draft_id = null'),
  ],
  campaign_choice: [party('party_id = $1')],
  campaign: [],
  campaign_event: [],
  step_day: [],
  step_month: [],
  step_now: [],
  step_open: [],
  step_clock: [],
  draft_count: [],
  paragraph_use: ofCase,
  letter_approval: ofCase,
  letter_edit: ofCase,
  checklist_mark: ofCase,
  decision_hand: ofCase,
  conflict_of_interest: [...ofCase, party('party_id = $1')],
  task: ofCase,
  outbox: ofCase,
  idempotent_reply: ofCase,
  unanswered_source: ofCase,
  answer_correction: ofCase,
  print_batch_letter: ofCase,
  handover: ofCase,
  consignment: ofCase,
  notice_message: ofCase,
  notice_term_move: ofCase,
  notice_fate: ofCase,
  notice: ofCase,
  letter_mail: ofCase,
  letter_seal: ofCase,
  letter: ofCase,
  timeline_entry: ofCase,
  information_request: ofCase,
  term: ofCase,
  decision: ofCase,
  status_change: ofCase,
  note: ofCase,
  participant: ofCase,
  file_copy: ofCase,
  bulk_item: ofCase,
  // That a version's cases moved stays known; it names nobody but who said so.
  rehearsal_case: ofCase,
  rehearsal: [],
  version_move_item: ofCase,
  version_move: [],
  bulk_decision: [case_(emptied)],
  // What somebody said about another case too, or about none, stays.
  contact: [case_(onlyAboutCase), case_('known_case_id = $1', 'known_case_id = null')],
  contact_case: ofCase,
  appointment: [...ofCase, party('person_id = $1')],
  // Who asked a source about whom is told for as long as the law of the log says, with or without the case.
  consultation: [
    case_(
      `case_id = $1 or draft_id in (${draftOfCase})`,
      'case_id = null, draft_id = null, question_key = null, process_id = null, process_instance_key = null, element_id = null',
    ),
    party('person_id = $1', 'person_id = null'),
  ],
  file_access: [case_(toldAnyway), case_('case_id = $1', 'case_id = null'), party('person_id = $1')],
  document: [case_(`case_id = $1 or draft_id in (${draftOfCase})`)],
  case_party: ofCase,
  // One that still holds keeps the case; the others are over.
  legal_hold: [case_('case_id = $1'), party('party_id = $1')],
  webhook_delivery: ofCase,
  incoming_delivery: ofCase,
  // The books keep for ten years who owed what and paid it, without the case and without the party.
  receivable: [case_('case_id = $1', 'case_id = null'), party('person_id = $1', 'person_id = null')],
  receivable_news: ofCase,
  // On which day a debt falls due goes on following from it.
  receivable_dispute: [case_('cause = $1', 'cause = gen_random_uuid()::text')],
  payable: [case_('case_id = $1', 'case_id = null'), party('person_id = $1', 'person_id = null')],
  payable_news: ofCase,
  payable_hold: [case_('cause = $1')],
  // What was set aside stays in the budget of its year.
  engagement: [case_('case_id = $1', 'case_id = null')],
  case_file: [case_('id = $1')],
  // What is filed has none.
  draft_pages: [],
  // Goes with the application.
  retirement_mail: [],
  application_draft: ofCase,
  party_merge: [party('party_id = $1 or into_party_id = $1')],
  party_identifier: [party('party_id = $1')],
  party_note_version: [party('note_id in (select n.id from casework.party_note n where n.party_id = $1)')],
  party_note: [party('party_id = $1')],
  party_label_use: [party('party_id = $1')],
  access_rule: [],
  party_label: [],
  mail_link: [],
  contact_point: [party('party_id = $1')],
  contact_code: [party('party_id = $1')],
  channel_choice: [party('party_id = $1')],
  party: [party('id = $1')],
  // Accounts, mandates and what people may do are theirs, not of a case: a party that has any of it stays.
  person: [],
  mandate: [],
  session: [],
  // Bytes that no document names any more go with the documents.
  document_content: [],
  document_upload: [],
  document_chunk: [],
  // The chain names cases by their keys alone; what it seals beside is erased where it is kept.
  audit_entry: [],
  audit_head: [],
  sealed_detail: [],
  administration: [],
  service: [],
  staff_group: [],
  invitation: [],
  incoming_webhook: [],
  incoming_webhook_secret: [],
  webhook: [],
  webhook_secret: [],
  api_token: [],
  api_token_secret: [],
  first_administrator_token: [],
  request_count: [],
  // What others wrote into the case goes with its uses; the library is the office's.
  paragraph: [],
  paragraph_version: [],
  // The rows of people without a case go in time with the file.
  case_import: [],
  right_import: [],
  closure: [],
  // Of no case; it goes when its time is over.
  accessibility_report: [],
  accessibility_statement: [],
  branding: [],
  contact_unit: [],
  counter: [],
  case_counter: [],
  right_counter: [],
  right_source: [],
  task_count: [],
  task_kind_count: [],
  task_feed: [],
  procedure: [],
  procedure_definition: [],
  procedure_draft: [],
  procedure_draft_file: [],
  procedure_reservation: [],
  procedure_version: [],
  procedure_version_file: [],
  reference_prefix: [],
  replaced_draft: [],
  replaced_file: [],
  draft_presence: [],
  version_approval: [],
  version_exception: [],
  scheduled_publication: [],
  procedure_retirement: [],
  source_authorization: [],
  paper_source: [],
  source_access: [],
  allowed_host: [],
  connector_token: [],
  connector_token_secret: [],
  connector_registration: [],
  delegation: [],
  payee: [],
  payer: [],
  budget_line: [],
  budget_credit: [],
  budget_movement: [],
  budget_line_balance: [],
  engagement_balance: [],
  payment_batch: [],
  payment_batch_balance: [],
  bank_answer: [],
  payment: [],
  payment_balance: [],
  payment_note: [],
  bank_statement: [],
  online_payment: [],
  online_capture: [],
  print_batch: [],
  carrier_contract: [],
  bank_movement: [],
  receivable_tally: [],
  receivable_balance: [],
  installment_plan: [],
  installment: [],
  write_off: [],
  ledger_book: [],
  ledger_balance: [],
  ledger_entry: [],
  ledger_line: [],
} as const satisfies Readonly<Record<TableName, readonly Parting[]>>;
