import type { CompiledControl, FieldSchema, Path } from '@irisflow/forms';
import type { LocalizedText } from '@irisflow/foundation';

/** What a column can hold beside answers: what the case of the earlier system was, and whose. */
export const caseColumns = [
  'reference',
  'received-on',
  'applicant-name',
  'applicant-national-number',
  'applicant-email',
  'language',
  'closed-on',
] as const;
export type CaseColumnKey = (typeof caseColumns)[number];

/** The value of a column of a file, as a form or a case needs it. */
export interface ImportColumn {
  /** What a header names it by: `received-on`, `answers.rent`, `answers.children.2.firstName`. */
  readonly key: string;
  readonly label: LocalizedText;
  readonly schema: FieldSchema;
  /** Where in the answers it goes; null where it is no answer. */
  readonly path: Path | null;
  /** The field that it belongs to; null where it is no answer. */
  readonly control: CompiledControl | null;
  readonly isRequired: boolean;
  /** Its answers are kept apart from the case. */
  readonly isRestricted: boolean;
}
