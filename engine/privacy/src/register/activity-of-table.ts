import type { Activity } from './activities.ts';

/** `procedures`: the entry of each procedure says it. `nobody`: nothing of the table is about a person. */
type Place = Activity | 'procedures' | 'nobody';

const at = (place: Place, tables: string): (readonly [string, Place])[] =>
  tables.split(/\s+/).map((table) => [table, place] as const);

/** In which entry of the register each table of casework stands. */
export const activityOfTable: ReadonlyMap<string, Place> = new Map([
  ...at(
    'procedures',
    `answer_correction case_file case_incident case_link case_message case_party case_import case_import_row right_import right_import_row
     appeal decision decision_hand declared_change document document_chunk document_content document_upload external_reference file_copy
     hearing hearing_summons idempotent_reply information_request inspection letter letter_approval letter_edit letter_mail letter_seal
     notice notice_fate notice_message notice_term_move consignment handover print_batch_letter opinion outbox participant obligation obligation_event obligation_occurrence quota_place granted_right reopening restricted_answer right_version source_answer source_change source_correction status_change
     task term timeline_entry transfer unanswered_source webhook_delivery incoming_delivery stray_task right_instance register_notice`,
  ),
  ...at('drafts', 'application_draft draft_pages mail_link retirement_mail'),
  ...at('accounts', 'person session invitation staff_group first_administrator_token request_count access_rule'),
  ...at('parties', 'party party_identifier party_merge party_note party_note_version party_label_use mandate'),
  ...at('reach', 'contact_point contact_code channel_choice'),
  ...at('contacts', 'contact contact_case'),
  ...at('appointments', 'appointment'),
  ...at('feedback', 'feedback'),
  ...at(
    'books',
    `receivable receivable_balance receivable_dispute receivable_news payment payment_balance installment_plan installment write_off ledger_entry ledger_line
     payable payable_hold payable_news payment_batch bank_answer bank_statement bank_movement payment_note online_payment online_capture
     engagement engagement_balance budget_movement budget_credit`,
  ),
  ...at('campaigns', 'campaign campaign_event campaign_recipient campaign_choice'),
  ...at('obstacles', 'accessibility_report'),
  ...at(
    'work',
    'absence bulk_decision bulk_item checklist_mark conflict_of_interest delegation draft_presence note paragraph_use saved_view default_view rehearsal rehearsal_case version_move version_move_item',
  ),
  ...at(
    'systems',
    'api_token api_token_secret connector_token connector_token_secret connector_registration webhook webhook_secret incoming_webhook incoming_webhook_secret',
  ),
  ...at(
    'traces',
    'audit_entry audit_head sealed_detail file_access consultation right_question unmasking answer_unmasking',
  ),
  ...at('destruction', 'legal_hold destruction destroyed_case'),
  ...at(
    'nobody',
    `accessibility_statement administration allowed_host branding contact_unit case_counter closure counter ledger_balance ledger_book receivable_tally migration carrier_contract print_batch
     paragraph paragraph_version party_label payee payer payment_batch_balance budget_line budget_line_balance procedure procedure_definition procedure_draft procedure_draft_file replaced_file
     procedure_reservation procedure_version procedure_version_file quota_count quota_event reference_prefix replaced_draft right_counter right_source service
     source_authorization paper_source source_access step_clock step_day step_month step_now step_open draft_count task_count task_feed task_kind_count
     version_approval version_exception scheduled_publication procedure_retirement`,
  ),
]);
