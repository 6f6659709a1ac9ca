import type { ScopeSettings } from './scope-of.ts';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** Which rows a role may see and write with these verbs. */
export interface Right {
  readonly verbs: readonly Verb[];
  /** SQL condition on a row; equality on text alone, so that indexes serve it. */
  readonly rows: string;
  /** What a written row must be; the same as `rows` where it is left out. */
  readonly written?: string;
  /** Which columns may be read or changed; all of them where it is left out. */
  readonly columns?: readonly string[];
}

export const setting = (name: keyof ScopeSettings): string => `current_setting('irisflow.${name}', true)`;

export const everyRow = 'true';

type Office =
  | 'administration'
  | 'handles'
  | 'designs'
  | 'audits'
  | 'administers'
  | 'corrects'
  | 'unseals'
  | 'accounts'
  | 'reads';

/** Rows of the administration whose staff the actor is, in the part of its work that the setting names. */
export const ofAdministration = (name: Office): string => `administration = ${setting(name)}`;
/** That a case, a party or a contact is none of those from which a conflict of interest keeps who reads; read once a statement, and hashed. */
export const isFreeOf = (found: 'apart_cases' | 'apart_parties' | 'apart_contacts', column: string): string =>
  `(${column} in (select casework.${found}())) is not true`;
/** Rows of no administration, for staff who do this part of the work of theirs. */
export const ofPlatformFor = (name: Office): string => `(administration is null and ${setting(name)} <> '')`;
export const ofPlatform = `${setting('platform')} = 'yes'`;
export const ofConnectorCase = `case_id = ${setting('case')}`;
/** Rows of the administration that has the connector's case. */
export const ofConnectorAdministration = `administration in (select f.administration from casework.case_file f where f.id = ${setting('case')})`;
/** Under a mandate, of its procedures alone. */
const inScope = `(${setting('procedures')} = '*' or procedure_key = any(string_to_array(${setting('procedures')}, ' ')))`;
export const ownApplications = `person_id = ${setting('applicant')} and ${inScope}`;

/** The cases of one person are few: they are read once a statement, by index. */
export const ofOwnCase = `case_id in (select f.id from casework.case_file f where ${ownApplications})`;
const shared = (wanted: 'read' | 'act'): string => `select casework.shared_cases('${wanted}')`;
const withShared = (wanted: 'read' | 'act'): string =>
  `case_id in (select f.id from casework.case_file f where ${ownApplications} union all ${shared(wanted)})`;
/** Cases themselves: those that the actor applied for, and those in which somebody lets them read, or act. */
export const seenCases = `((${ownApplications}) or id in (${shared('read')}))`;
export const actedCases = `((${ownApplications}) or id in (${shared('act')}))`;
/** The same for what hangs on a case. */
export const ofSeenCase = withShared('read');
export const ofActedCase = withShared('act');
const ofOwnDraft = `draft_id in (select d.id from casework.application_draft d where ${ownApplications})`;
/** Applications that an office fills for somebody. */
export const officeApplications = `opened_by is not null and administration = ${setting('handles')} and (not opener_only or opened_by = ${setting('person')})`;
export const ofOfficeDraft = `draft_id in (select d.id from casework.application_draft d where d.opened_by is not null and d.administration = ${setting('handles')} and (not d.opener_only or d.opened_by = ${setting('person')}))`;
export const ofSeenCaseOrDraft = `(${ofSeenCase} or ${ofOwnDraft})`;
export const ofActedCaseOrDraft = `(${ofActedCase} or ${ofOwnDraft})`;
export const ofOwnProcedure = `procedure_key in (select p.key from casework.procedure p where p.administration = ${setting('designs')})`;
/** Cases of the procedures for which another system has a token that reads. */
export const readCases = `administration = ${setting('reads')} and ${inScope}`;
const ofReadCase = `exists (select from casework.case_file f where f.id = case_id)`;
/** What hangs on them: the policies of the cases themselves say which. */
export const ofCaseRead = `administration = ${setting('reads')} and ${ofReadCase}`;
export const ofFileRead = `administration = ${setting('files')} and ${ofReadCase}`;
/** As the policies of the documents themselves let the reader see. */
export const ofVisibleDocument = 'exists (select from casework.document d where d.sha256 = document_content.sha256)';
export const ofVisibleContent =
  'exists (select from casework.document_content k where k.upload_id = document_chunk.upload_id)';

const all: readonly Verb[] = ['select', 'insert', 'update', 'delete'];

export const may = (verbs: readonly Verb[], rows: string, written?: string): Right =>
  written === undefined ? { verbs, rows } : { verbs, rows, written };
/** Changes a few columns, and no other one, whatever our code forgets to ask. */
export const mayChange = (columns: readonly string[], rows: string, written?: string): Right => ({
  ...may(['update'], rows, written),
  columns,
});
export const mayRead = (rows: string): Right => may(['select'], rows);
/** Reads a few columns, and no other one: a statement that names another is refused. */
export const mayReadOf = (columns: readonly string[], rows: string): Right => ({ ...mayRead(rows), columns });
export const mayAdd = (rows: string): Right => may(['insert'], rows);
export const mayDoAll = (rows: string): Right => may(all, rows);
