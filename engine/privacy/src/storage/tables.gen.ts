// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { AppointmentsTables } from '@irisflow/appointments';
import type { ChecklistsTables } from '@irisflow/checklists';
import type { ConflictsTables } from '@irisflow/conflicts';
import type { CampaignsTables } from '@irisflow/campaigns';
import type { ObligationsTables } from '@irisflow/obligations';
import type { QuotasTables } from '@irisflow/quotas';
import type { RightSourcesTables } from '@irisflow/right-sources';
import type { RegisterEventsTables } from '@irisflow/register-events';
import type { PayablesTables } from '@irisflow/payables';
import type { StatementsTables } from '@irisflow/statements';
import type { OnlinePaymentsTables } from '@irisflow/online-payments';
import type { CopiesTables } from '@irisflow/copies';
import type { WorklistTables } from '@irisflow/worklist';
import type { BulkTables } from '@irisflow/bulk';
import type { RehearsalsTables } from '@irisflow/rehearsals';
import type { VersionMovesTables } from '@irisflow/version-moves';
import type { WatchTables } from '@irisflow/watch';
import type { CaseImportsTables } from '@irisflow/case-imports';
import type { RightImportsTables } from '@irisflow/right-imports';
import type { MonitorTables } from '@irisflow/monitor';
import type { InquiriesTables } from '@irisflow/inquiries';
import type { NoticesTables } from '@irisflow/notices';
import type { PostRoomTables } from '@irisflow/post-room';
import type { LifecycleTables } from '@irisflow/lifecycle';
import type { FeedbackTables } from '@irisflow/feedback';
import type { RelationsTables } from '@irisflow/relations';
import type { WebhooksTables } from '@irisflow/webhooks';
import type { ColumnType } from '@irisflow/database';

export interface DestroyedCaseTable {
  destruction_id: string;
  case_id: string;
  administration: string;
  procedure_key: string;
  outcome: string;
  years: number;
  legal_ref: ColumnType<unknown, string, string>;
  closed_on: Date | string;
  state: string;
  kept_because: string | null;
  attempts: ColumnType<number, number | undefined, number>;
  counts: ColumnType<unknown | null, string | null | undefined, string | null>;
  destroyed_at: Date | string | null;
}

export interface DestructionTable {
  id: string;
  administration: string;
  state: string;
  proposed_by: string;
  proposed_at: Date | string;
  approved_by: string | null;
  approved_at: Date | string | null;
  finished_at: Date | string | null;
}

export interface LegalHoldTable {
  id: string;
  administration: string;
  case_id: string | null;
  party_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date | string;
  until: Date | string | null;
  lifted_by: string | null;
  lifted_at: Date | string | null;
  lifted_reason: string | null;
}

/** The tables that privacy owns, and those of the rooms below. */
export interface PrivacyTables extends AppointmentsTables, ChecklistsTables, ConflictsTables, CampaignsTables, ObligationsTables, QuotasTables, RightSourcesTables, RegisterEventsTables, PayablesTables, StatementsTables, OnlinePaymentsTables, CopiesTables, WorklistTables, BulkTables, RehearsalsTables, VersionMovesTables, WatchTables, CaseImportsTables, RightImportsTables, MonitorTables, InquiriesTables, NoticesTables, PostRoomTables, LifecycleTables, FeedbackTables, RelationsTables, WebhooksTables {
  destroyed_case: DestroyedCaseTable;
  destruction: DestructionTable;
  legal_hold: LegalHoldTable;
}
