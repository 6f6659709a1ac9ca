import type { CaseStatus, LocalizedText } from '@irisflow/client';
import type { SearchWords } from './search-word-lines.ts';

export interface ProcedureStep {
  key: string;
  label: LocalizedText;
  statuses: string[];
}
export interface OwnStatus {
  key: string;
  within: CaseStatus;
  /** Steps of the process at which it begins. */
  at?: string[];
  internal: LocalizedText;
  public: LocalizedText;
}
export interface ProcedureTask {
  name: LocalizedText;
  instructions?: LocalizedText;
  form?: string;
  separateFrom?: string[];
  /** Present where it may be decided for many cases at once: pointers of what is answered once for all, and of what is shown of each. */
  bulk?: { fields: string[]; shown?: string[] } | undefined;
}
/** A law in each language, or one text for all of them. */
export type LegalReference = string | Partial<LocalizedText>;

/** What the settings page edits of a source; its fields and what they are compared with are kept. */
export interface ProcedureSource {
  key: string;
  name: LocalizedText;
  what: LocalizedText;
  purpose: LocalizedText;
  legalBasis: LegalReference;
}

export interface ProcedureTerm {
  key: string;
  label: LocalizedText;
  length: number;
  kind: 'calendarDays' | 'workingDays' | 'months';
  legalRef: LegalReference;
  startsAfter?: 'receipt' | 'completion' | 'presentation' | 'posting';
  calendar?: 'legal' | 'administration';
  /** Percent of the term after which to warn. */
  warnAfter?: number;
  binds?: 'administration' | 'applicant';
  onExpiry?: 'none' | 'tacitGrant' | 'tacitRefusal' | 'escalate';
  /** What the office promises by itself, beside the law's own term. */
  serviceTarget?: boolean;
}

/** What another service is asked before a decision. */
export type AssuredAct = 'file' | 'read' | 'sign';
export type ProcedureLevel = 'low' | 'substantial' | 'high';

export interface ProcedureOpinion {
  key: string;
  label: LocalizedText;
  /** Of the procedure's own administration where none is named. */
  of: { administration?: string; group: string };
  length: number;
  kind: ProcedureTerm['kind'];
  calendar?: 'legal' | 'administration';
  legalRef?: LegalReference;
  /** What silence means. */
  tacit?: 'none' | 'favorable' | 'unfavorable';
  isPublic?: boolean;
}

/** A short form whose answers a decision judges before anybody signs in. */
export interface ProcedureEligibility {
  form: string;
  decision: string;
  eligible: string;
  grounds?: string | undefined;
  amount?: { value: string; label: LocalizedText } | undefined;
  fills?: { from: string; to: string }[] | undefined;
}

/** `procedure.json` as the settings page edits it; whatever else the file holds is kept. */
export interface ProcedureSettings {
  formatVersion: number;
  key: string;
  administration: string;
  title: LocalizedText;
  summary: LocalizedText;
  audience: ('citizen' | 'company')[];
  minutes: number;
  locales: string[];
  conditions?: LocalizedText[];
  documents?: LocalizedText[];
  steps?: ProcedureStep[];
  statuses?: OwnStatus[];
  legalBasis?: { title: LocalizedText; url: string | null }[];
  reference: string;
  process: { file: string; id: string };
  application: { form: string };
  tasks?: Record<string, ProcedureTask>;
  /** Names of the other steps and of the flows. */
  elements?: Record<string, LocalizedText>;
  sources?: ProcedureSource[];
  terms?: ProcedureTerm[];
  opinions?: ProcedureOpinion[];
  grounds?: Record<string, LocalizedText>;
  contact?: {
    name: string;
    email: string;
    phone: string;
    capacity?: LocalizedText | undefined;
    service?: LocalizedText | undefined;
    address?: LocalizedText | undefined;
  };
  searchWords?: SearchWords;
  themes?: string[];
  lifeEvents?: string[];
  /** Euros; no amount depends on what the note says. */
  cost?: { amount: number | null; note?: LocalizedText } | undefined;
  counter?:
    | { name: LocalizedText; address: LocalizedText; hours: LocalizedText; appointment?: string | undefined }
    | undefined;
  eligibility?: ProcedureEligibility | undefined;
  /** How well whoever files, reads or signs has to be known. */
  mailLink?: boolean | undefined;
  assurance?: Partial<Record<AssuredAct, ProcedureLevel>> | undefined;
  decisionDays?: number | null;
}

/** What each part of the settings page edits. */
export interface SettingsPartProps {
  settings: ProcedureSettings;
  change: (part: Partial<ProcedureSettings>) => void;
}

export const settingsPath = 'procedure.json';
export const parametersPath = 'parameters.json';
