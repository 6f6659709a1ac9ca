import type { StartRule } from '@irisflow/calendar';
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
export const matterActs = ['inspection', 'hearing', 'opinion', 'decision'] as const;
export type MatterAct = (typeof matterActs)[number];
export interface ProcedureTask {
  name: LocalizedText;
  instructions?: LocalizedText;
  form?: string;
  separateFrom?: string[];
  /** In which capacity who does it signs. */
  capacity?: LocalizedText | undefined;
  /** FEEL of the key of the letter that follows. */
  letter?: string | undefined;
  /** Acts in the matter whose doer may not do it either. */
  separateFromActs?: MatterAct[] | undefined;
  /** What is looked at before it is completed. */
  checklist?: ChecklistItem[] | undefined;
  /** In which language who does it has to work. */
  language?: 'fr' | 'nl' | 'case' | undefined;
  /** Present where it may be decided for many cases at once: pointers of what is answered once for all, and of what is shown of each. */
  bulk?: { fields: string[]; shown?: string[] } | undefined;
}
/** One point of the checklist of a task; conditions are FEEL with a leading `=`. */
export interface ChecklistItem {
  key: string;
  label: LocalizedText;
  legalRef?: LegalReference | undefined;
  when?: string | undefined;
  done?: string | undefined;
  required?: boolean;
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
  /** Of its answer, as the procedure asks to use them. */
  fields?: string[] | undefined;
  /** By field, what it is called and with what it is compared. */
  facts?: Record<string, SourceFact> | undefined;
  /** Why others than the applicant are asked about. */
  reasonForOthers?: LocalizedText | undefined;
}

export interface SourceFact {
  label: LocalizedText;
  /** JSON pointer into the application. */
  declared?: string | undefined;
  format?: 'money' | undefined;
}

/** A part that others than the applicant take in a case. */
export interface ProcedureRole {
  key: string;
  label: LocalizedText;
  access?: 'read' | 'act' | undefined;
  letters?: 'all' | string[] | undefined;
  household?: boolean | undefined;
}

/** Where somebody says who lives together. */
export interface HouseholdList {
  list: string;
  name: string[];
  birthDate?: string | undefined;
  relation?: string | undefined;
  relations?: Record<string, LocalizedText> | undefined;
}

export interface Household {
  declared?: HouseholdList | undefined;
  source?: ({ key: string } & HouseholdList) | undefined;
}

export const remedyWays = ['registeredPost', 'post', 'email', 'counter', 'portal'] as const;
export const suspendedThings = ['payments', 'payouts', 'right'] as const;

/** What somebody may do against a decision. */
export interface ProcedureRemedy {
  what: LocalizedText;
  body: LocalizedText;
  address: LocalizedText;
  length: number;
  kind: ProcedureTerm['kind'];
  by: (typeof remedyWays)[number][];
  legalRef?: LocalizedText | undefined;
  /** The term within which the portal takes it. */
  term?: string | undefined;
  suspends?: (typeof suspendedThings)[number][] | undefined;
}

/** What happens to a case that is reopened after it was closed. */
export interface ProcedureReopening {
  process?: string | undefined;
  group?: string | undefined;
  by?: 'agents' | 'supervisors' | undefined;
  fourEyes?: boolean | undefined;
  terms?: string[] | undefined;
}

export interface ProcedureTerm {
  key: string;
  label: LocalizedText;
  length: number;
  kind: 'calendarDays' | 'workingDays' | 'months';
  legalRef: LegalReference;
  startsAfter?: StartRule;
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

/** What is looked at on site before a decision. */
export interface ProcedureInspection {
  key: string;
  label: LocalizedText;
  of: ProcedureOpinion['of'];
  length: number;
  kind: ProcedureTerm['kind'];
  calendar?: 'legal' | 'administration';
  legalRef?: LegalReference;
  /** Key of the form of the report. */
  form: string;
  isPublic?: boolean;
}

/** In which people are heard before a decision. */
export interface ProcedureHearing {
  key: string;
  label: LocalizedText;
  /** Keys of letters. */
  letters: { summons: string; moved: string; canceled: string };
  /** Whole days between the summons and the hearing. */
  notice: number;
  kind: 'calendarDays' | 'workingDays';
  calendar?: 'legal' | 'administration';
  legalRef?: LegalReference;
  summons?: { applicant?: boolean; roles?: string[] | undefined };
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
/** How a case can end. */
export const endStatuses = [
  'granted',
  'refused',
  'inadmissible',
  'withdrawn',
  'closed',
] as const satisfies readonly CaseStatus[];

/** How long cases are kept that ended so, in full years after the day of closing. */
export interface ProcedureRetention {
  outcomes: (typeof endStatuses)[number][];
  years: number;
  fate: 'destroy' | 'archive';
  legalRef: LegalReference;
}

/** Why something of a file is not for its parties. */
export const copyReasons = ['otherPeople', 'offenses', 'health', 'secret'] as const;

/** A field of the application, as a JSON pointer with rows counted out. */
export interface WithheldField {
  field: string;
  because: (typeof copyReasons)[number];
}

/** What can be withdrawn without the rest of an application. */
export interface WithdrawablePart {
  key: string;
  label: LocalizedText;
  /** JSON pointers of what was answered about it. */
  fields?: string[];
}

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
  application: { form: string; languageField?: string | undefined };
  tasks?: Record<string, ProcedureTask>;
  /** Names of the other steps and of the flows. */
  elements?: Record<string, LocalizedText>;
  /** Names of decisions and of files of decisions, by their ids there. */
  decisions?: Record<string, LocalizedText>;
  sources?: ProcedureSource[];
  /** Jobs that workers of the administration do without a connector. */
  workers?: { type: string; name: LocalizedText }[] | undefined;
  roles?: ProcedureRole[] | undefined;
  household?: Household | undefined;
  remedies?: ProcedureRemedy[] | undefined;
  ombuds?: { name: LocalizedText; address: LocalizedText } | undefined;
  renewal?: { everyMonths: number; daysBefore: number } | undefined;
  reopening?: ProcedureReopening | undefined;
  statistics?: { commune?: string | undefined } | undefined;
  terms?: ProcedureTerm[];
  opinions?: ProcedureOpinion[];
  hearings?: ProcedureHearing[];
  inspections?: ProcedureInspection[];
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
  retention?: ProcedureRetention[] | undefined;
  fileCopies?: { withhold: WithheldField[] } | undefined;
  /** What applicants may declare of a case that runs. */
  changes?: { fields?: string[]; parts?: WithdrawablePart[] } | undefined;
}

/** What each part of the settings page edits. */
export interface SettingsPartProps {
  settings: ProcedureSettings;
  change: (part: Partial<ProcedureSettings>) => void;
}

export const settingsPath = 'procedure.json';
export const parametersPath = 'parameters.json';
