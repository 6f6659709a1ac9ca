import type { LocalizedText } from '@irisflow/client';

export interface ProcedureStep {
  key: string;
  label: LocalizedText;
  statuses: string[];
}
export interface ProcedureTask {
  name: LocalizedText;
  instructions?: LocalizedText;
  form?: string;
  separateFrom?: string[];
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
  legalBasis?: { title: LocalizedText; url: string | null }[];
  reference: string;
  process: { file: string; id: string };
  application: { form: string };
  tasks?: Record<string, ProcedureTask>;
  /** Names of the other steps and of the flows. */
  elements?: Record<string, LocalizedText>;
  sources?: ProcedureSource[];
  terms?: ProcedureTerm[];
  grounds?: Record<string, LocalizedText>;
  contact?: { name: string; email: string; phone: string };
  decisionDays?: number | null;
}

/** What each part of the settings page edits. */
export interface SettingsPartProps {
  settings: ProcedureSettings;
  change: (part: Partial<ProcedureSettings>) => void;
}

export const settingsPath = 'procedure.json';
export const parametersPath = 'parameters.json';
