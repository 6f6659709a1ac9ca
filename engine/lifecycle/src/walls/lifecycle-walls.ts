import {
  everyRow,
  isFreeOf,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofActedCase,
  ofAdministration,
  ofOwnCase,
  ofSeenCase,
  ofVisibleDocument,
  ownApplications,
  setting,
  type Wall,
} from '@irisflow/access';
import type { LifecycleTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const handler = setting('handles');
/** Nobody takes a case over with which they have a conflict of interest. */
const taken = `to_administration = ${handler} and ${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_cases', 'new_case_id')}`;
const ofOwnNewCase = `new_case_id in (select f.id from casework.case_file f where ${ownApplications})`;

/** Applicants declare and take back; what counts is the office's to say. */
const declared = `state in ('waiting', 'retracted') and ${ofActedCase}`;

const attacked = `against_case_id = ${setting('case')}`;
/** Whoever reads the case reads what is lodged against it. */
const ofAttackedCase = (wall: string): string => wall.replace(/^case_id/, 'against_case_id');

/** What becomes of cases after they were opened. */
export const lifecycleWalls = {
  // Who appeals reads what it suspends; that it does is written by the platform's own job, and ended by whoever decides.
  appeal: {
    person: [mayRead(ofAttackedCase(ofSeenCase))],
    staff: [may(['select', 'insert', 'update'], handled), mayRead(ofAttackedCase(ofSeenCase))],
    connector: [mayRead(attacked), mayChange(['ended_on', 'outcome', 'ruling', 'replaced_by'], attacked)],
    appeals: [mayRead(ofAttackedCase(ofOwnCase)), mayAdd(ofAttackedCase(ofOwnCase))],
    terms: [mayRead(everyRow), mayChange(['ended_on', 'outcome', 'ruling'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  // Applicants read in the timeline why their case goes on.
  reopening: { staff: [may(['select', 'insert', 'update'], handled)], operator: [mayRead(everyRow)] },
  // Whoever only reads along reads in the timeline what becomes of it.
  declared_change: {
    person: [mayRead(ofActedCase), may(['insert', 'update'], declared)],
    staff: [may(['select', 'update'], handled), mayRead(ofActedCase), may(['insert', 'update'], declared)],
    operator: [mayRead(everyRow)],
  },
  transfer: {
    // What is only proposed is between two administrations.
    person: [mayRead(`state = 'accepted' and (${ofSeenCase} or ${ofOwnNewCase})`)],
    staff: [
      may(['select', 'insert', 'update'], handled),
      mayRead(`state = 'accepted' and (${ofSeenCase} or ${ofOwnNewCase})`),
    ],
    keeper: [mayRead(everyRow)],
    transfers: [mayRead(`(${taken}) or ${handled}`), may(['update'], taken)],
    // Expires by the clock, and is told of by mail.
    terms: [may(['select', 'update'], everyRow)],
    notices: [mayRead(`state = 'accepted'`), mayChange(['told', 'notified_at'], `state = 'accepted'`)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;

/** That a case was proposed to the administration of who answers. */
const proposedIn = (column: string, more = ''): string =>
  `exists (select from casework.transfer t where t.case_id = ${column} and t.to_administration = ${handler}
     and t.state <> 'withdrawn'${more})`;
/** That it went the other way: the case there is one that this administration sent on. */
const sentIn = (column: string): string =>
  `exists (select from casework.transfer t where t.new_case_id = ${column} and t.administration = ${handler})`;
const carried = (column: string): string => `${handled} or ${proposedIn(column)}`;
const ofHandledCase = (column: string): string =>
  `exists (select from casework.case_file f where f.id = ${column} and f.administration = ${handler})`;
const ofProposedApplicant = (column: string): string =>
  `exists (select from casework.case_file f where f.person_id = ${column})`;

/** How whoever takes a case over reaches what was proposed to them, and what they open; within the bounds of their administration. */
export const transferReach: Readonly<Partial<Record<keyof Tables, Wall>>> = {
  case_file: {
    transfers: [
      mayRead(`${carried('case_file.id')} or ${sentIn('case_file.id')}`),
      mayAdd(handled),
      // Who locks a row says that they may change it.
      may(['update'], proposedIn('case_file.id')),
    ],
  },
  case_counter: { transfers: [may(['select', 'insert', 'update'], everyRow)] },
  case_party: { transfers: [mayRead(carried('case_party.case_id')), mayAdd(handled)] },
  status_change: { transfers: [mayAdd(carried('status_change.case_id'))] },
  timeline_entry: { transfers: [mayAdd(carried('timeline_entry.case_id'))] },
  term: {
    transfers: [mayRead(carried('term.case_id')), mayAdd(handled), may(['update'], carried('term.case_id'))],
  },
  information_request: {
    transfers: [may(['select', 'update'], proposedIn('information_request.case_id'))],
  },
  outbox: { transfers: [mayAdd(`${ofHandledCase('outbox.case_id')} or ${proposedIn('outbox.case_id')}`)] },
  document: {
    transfers: [
      mayRead(proposedIn('document.case_id', ' and document.id = any(t.documents)')),
      mayAdd(`${handled} and ${ofHandledCase('document.case_id')}`),
    ],
  },
  // Whether a file was checked for viruses goes along with it.
  document_content: { transfers: [mayRead(ofVisibleDocument)] },
  // Goes along to where it is kept apart as well.
  restricted_answer: {
    transfers: [
      mayRead(proposedIn('restricted_answer.case_id', " and t.state = 'proposed' and t.with_answers")),
      mayAdd(`${handled} and ${ofHandledCase('restricted_answer.case_id')}`),
    ],
  },
  closure: { transfers: [mayRead(handled)] },
  file_access: {
    transfers: [may(['select', 'insert', 'update'], `${handled} and ${proposedIn('file_access.case_id')}`)],
  },
  party: { transfers: [mayRead(ofProposedApplicant('party.id'))] },
  party_identifier: { transfers: [mayRead(ofProposedApplicant('party_identifier.party_id'))] },
  administration: { transfers: [mayRead(everyRow)] },
  procedure: { transfers: [mayRead(everyRow)] },
  procedure_version: { transfers: [mayRead(everyRow)] },
  procedure_version_file: { transfers: [mayRead(everyRow)] },
};

/** What the job that lodges an appeal writes of the cases of who asks. */
export const appealReach: Readonly<Partial<Record<keyof Tables, Wall>>> = {
  case_file: {
    appeals: [
      mayRead(ownApplications),
      mayAdd(`${ownApplications} and appeal_of is not null`),
      may(['update'], ownApplications),
    ],
  },
  status_change: { appeals: [mayAdd(ofOwnCase)] },
  timeline_entry: { appeals: [mayAdd(ofOwnCase)] },
  outbox: { appeals: [mayAdd(ofOwnCase)] },
  decision: { appeals: [mayRead(ofOwnCase)] },
  term: { appeals: [mayRead(ofOwnCase)] },
  procedure: { appeals: [mayRead(everyRow)] },
  procedure_version: { appeals: [mayRead(everyRow)] },
  procedure_version_file: { appeals: [mayRead(everyRow)] },
};
