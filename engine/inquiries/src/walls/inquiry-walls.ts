import type { InquiriesTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  isFreeOf,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofActedCase,
  ofSeenCase,
  ofVisibleContent,
  ofVisibleDocument,
  setting,
  type Wall,
} from '@irisflow/access';

const handled = ofAdministration('handles');
/** Neither is who is asked free to answer for a case with which they have a conflict of interest. */
const asked = `asked_administration = ${setting('handles')} and ${isFreeOf('apart_cases', 'case_id')}`;
const askedOf = (table: 'opinion' | 'inspection', column: string, more: string): string =>
  `exists (select from casework.${table} o where o.case_id = ${column} and o.asked_administration = ${setting('handles')}${more})`;
/** That the case of a row has a question for the administration of who reads. */
const askedIn = (column: string, more = ''): string =>
  `(${(['opinion', 'inspection'] as const).map((table) => askedOf(table, column, more)).join(' or ')})`;
/** That a document was handed over with a question, or came with its answer. */
const handedIn = (table: 'opinion' | 'inspection', answers: string): string =>
  askedOf(table, 'document.case_id', ` and o.state <> 'withdrawn' and document.id = any(o.documents || o.${answers})`);
/** Whoever goes on with a report has what a colleague photographed for it. */
const ofReport = (state: string): string =>
  `category = 'inspection' and ${askedOf('inspection', 'document.case_id', ` and o.state = '${state}' and document.id = any(o.report_documents)`)}`;
const ownAnswer = `category in ('opinion', 'inspection') and added_by = ${setting('person')}`;
const inspected = [
  'visit_on',
  'state',
  'draft',
  'outcome',
  'report',
  'report_documents',
  'ended_at',
  'ended_by',
  'reason',
];

const wishing = mayChange(
  ['wish', 'wished_at', 'wish_answer', 'wish_answered_at'],
  ofActedCase,
  `${ofActedCase} and state = 'scheduled'`,
);

/** The office of a case asks and withdraws, whoever is asked answers, and the applicant reads what is public. */
export const inquiryWalls = {
  opinion: {
    person: [mayRead(`is_public and ${ofSeenCase}`)],
    staff: [
      mayRead(`${handled} or (is_public and ${ofSeenCase})`),
      mayAdd(handled),
      mayChange(
        ['state', 'outcome', 'conditions', 'motivation', 'answer_documents', 'ended_at', 'ended_by', 'reason'],
        handled,
        `${handled} and state = 'withdrawn'`,
      ),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    terms: [may(['select', 'update'], everyRow)],
    // Its functions know who must not answer.
    keeper: [mayRead(everyRow)],
    opinions: [
      mayRead(asked),
      mayChange(
        ['state', 'outcome', 'conditions', 'motivation', 'answer_documents', 'ended_at', 'ended_by', 'reason'],
        asked,
        `${asked} and state = 'given'`,
      ),
    ],
  },
  inspection: {
    person: [mayRead(`is_public and ${ofSeenCase}`)],
    staff: [
      mayRead(`${handled} or (is_public and ${ofSeenCase})`),
      mayAdd(handled),
      mayChange(inspected, handled, `${handled} and state = 'withdrawn'`),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    terms: [may(['select', 'update'], everyRow)],
    keeper: [mayRead(everyRow)],
    opinions: [mayRead(asked), mayChange(inspected, asked, `${asked} and state in ('asked', 'reported')`)],
  },
  hearing: {
    person: [mayRead(ofSeenCase), wishing],
    staff: [
      mayRead(`${handled} or ${ofSeenCase}`),
      mayAdd(handled),
      mayChange(
        [
          'at',
          'minutes_long',
          'place',
          'link',
          'led_by',
          'moves',
          'state',
          'reason',
          'minutes',
          'minutes_documents',
          'ended_at',
          'ended_by',
          'wish_answer',
          'wish_answered_at',
        ],
        handled,
      ),
      wishing,
    ],
    // Hearings end with their case.
    connector: [
      may(['select', 'insert'], ofConnectorCase),
      mayChange(
        ['state', 'ended_at', 'ended_by', 'minutes', 'minutes_documents'],
        ofConnectorCase,
        `${ofConnectorCase} and state = 'canceled'`,
      ),
    ],
    operator: [mayRead(everyRow)],
    terms: [
      mayRead(everyRow),
      mayChange(['state', 'ended_at', 'ended_by', 'minutes', 'minutes_documents'], everyRow, `state = 'canceled'`),
    ],
    // Its function knows who held one, and does not decide after it.
    keeper: [mayRead(everyRow)],
  },
  hearing_summons: {
    person: [mayRead(ofSeenCase)],
    staff: [
      mayRead(`${handled} or ${ofSeenCase}`),
      mayAdd(handled),
      mayChange(['came', 'statement', 'released_at'], handled),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;

/** How whoever is asked reaches what was handed to them, and nothing else of the case; they bring the bounds of their own administration. */
export const opinionReach: Readonly<Partial<Record<keyof Tables, Wall>>> = {
  // Who locks a row says that they may change it.
  case_file: { opinions: [may(['select', 'update'], askedIn('case_file.id'))] },
  document: {
    opinions: [
      mayRead(
        `${handedIn('opinion', 'answer_documents')} or ${handedIn('inspection', 'report_documents')} or (${ownAnswer})`,
      ),
      mayChange(
        ['visible_to_applicant'],
        `(category = 'opinion' and added_by = ${setting('person')}) or (${ofReport('reported')})`,
      ),
      mayAdd(
        `origin = 'agent' and ${ownAnswer} and draft_id is null and ${askedIn('document.case_id', " and o.state = 'asked'")}`,
      ),
      may(['delete'], `origin = 'agent' and ${ofReport('asked')}`),
    ],
  },
  document_content: { opinions: [mayRead(ofVisibleDocument)] },
  document_chunk: { opinions: [mayRead(ofVisibleContent)] },
  timeline_entry: { opinions: [mayAdd(askedIn('timeline_entry.case_id'))] },
  outbox: { opinions: [mayAdd(askedIn('outbox.case_id'))] },
  file_access: {
    opinions: [may(['select', 'insert', 'update'], `${handled} and ${askedIn('file_access.case_id')}`)],
  },
  // Whom one can ask, by the names that their administrations gave them.
  staff_group: { opinions: [mayRead(everyRow)] },
  administration: { opinions: [mayRead(everyRow)], terms: [mayRead(everyRow)] },
};
