import type { CaseworkTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayDoAll,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofConnectorCase,
  officeApplications,
  ofActedCase,
  ofCaseRead,
  ofFileRead,
  ofSeenCase,
  actedCases,
  seenCases,
  ownApplications,
  readCases,
  setting,
  type Wall,
} from '@irisflow/access';

/** The log is the subject's: by the blind index of any number of theirs, or by their person where it was kept before numbers were; of whom they act for, in the cases that they may see. */
const ofSubject = [
  may(
    ['select', 'insert', 'update'],
    `person_id = ${setting('party')} or subject_index in (select i.number_index from casework.party_identifier i where i.party_id in (${setting('party')}, ${setting('applicant')}) and i.state <> 'canceled')`,
  ),
];
const handled = ofAdministration('handles');
/** Whoever steers or corrects a process tells its applicant. */
const corrected = `${ofAdministration('corrects')} or ${ofAdministration('designs')}`;
/** One look by key: an administration has too many cases to list them. */
const ofHandledCase = `exists (select from casework.case_file f where f.id = outbox.case_id and f.administration = ${setting('handles')})`;
const ofDesignedCase = `exists (select from casework.case_file f where f.id = outbox.case_id and f.administration = ${setting('designs')})`;
const shownOfSeenCase = `visible_to_applicant and ${ofSeenCase}`;

/** What a replay has to know of a case that is over; never what was answered. */
const replayedColumns = [
  'id',
  'administration',
  'procedure_key',
  'procedure_version',
  'status',
  'submitted_at',
  'closed_at',
  'reopened_at',
  'process_instance_key',
];

/** What lists of cases show and look through. */
const standingColumns = [
  'id',
  'administration',
  'reference',
  'procedure_key',
  'procedure_version',
  'applicant',
  'language',
  'also_in',
  'status',
  'own_status',
  'search_text',
  'submitted_at',
  'updated_at',
] as const satisfies readonly (keyof Tables['case_file'])[];

/** A part of a case: what the applicant, whoever else takes part, and the clerk may do with it differs, the connector of the case writes it. */
const partOfCase = ({ person = [], staff = [] }: Pick<Wall, 'person' | 'staff'> = {}): Wall => ({
  person: [mayRead(ofSeenCase), ...person],
  // Who works for an administration may apply for something as well.
  staff: [mayRead(`${handled} or ${ofSeenCase}`), ...staff, ...person],
  connector: [may(['select', 'insert', 'update'], ofConnectorCase)],
  apiToken: [mayRead(ofFileRead)],
  operator: [mayRead(everyRow)],
});

const begunColumns = ['id', 'procedure_key', 'person_id', 'language', 'case_id', 'opened_by', 'created_at'] as const;

/** Applications, cases and all that hangs on a case. */
export const caseWalls = {
  application_draft: {
    person: [mayDoAll(ownApplications)],
    staff: [mayDoAll(ownApplications), mayDoAll(officeApplications)],
    operator: [mayRead(everyRow)],
    // Of what is begun they are told until when it can be filed, and nobody reads what is in it.
    notices: [mayReadOf(begunColumns, 'case_id is null and opened_by is null')],
  },
  retirement_mail: {
    notices: [may(['select', 'insert', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  case_file: {
    person: [mayRead(seenCases), mayAdd(ownApplications), may(['update'], actedCases)],
    staff: [
      mayRead(`${ofAdministration('administration')} or ${seenCases}`),
      mayAdd(`${handled} or ${ownApplications}`),
      may(['update'], `${handled} or ${actedCases}`),
    ],
    connector: [may(['select', 'update'], `id = ${setting('case')}`)],
    // Where a case stands is not what was answered in it.
    apiToken: [mayReadOf(standingColumns, readCases)],
    fileToken: [mayRead(readCases)],
    operator: [mayRead(everyRow)],
    admission: [mayRead(everyRow)],
    // What was approved before a case was reopened counts no more.
    proposals: [mayRead(`id = ${setting('case')}`)],
    outbox: [may(['select', 'update'], everyRow)],
    // Where the process of a case is follows from its tasks.
    worklist: [may(['select', 'update'], everyRow)],
    intake: [may(['select', 'insert'], everyRow)],
    terms: [may(['select', 'update'], everyRow)],
    numbers: [mayRead(everyRow)],
    incidents: [mayRead(everyRow)],
    notices: [mayRead(everyRow)],
    // Who applied is asked for whoever handles it.
    parties: [mayRead(handled)],
    campaigns: [mayRead(handled)],
    // Which case somebody names, and whether it goes on.
    incomingWebhooks: [mayRead(everyRow)],
    // The one case that asked for rights of others and is told of their changes.
    rightSources: [mayRead(`id = ${setting('case')}`)],
    registers: [mayRead(handled)],
    // Which version a case is of, and where that says it stands; never what was answered.
    versionMoves: [
      mayRead(ofAdministration('designs')),
      mayChange(['procedure_version', 'milestone', 'own_status'], ofAdministration('designs')),
    ],
    // Which cases are over, how, and where the engine keeps what happened to them.
    rehearsals: [mayReadOf(replayedColumns, everyRow)],
    // Its functions answer keys of the administration that their caller handles cases of, and keep an appeal where its first case is.
    keeper: [mayRead(everyRow), mayChange(['commune'], everyRow)],
  },
  case_counter: {
    person: [may(['select', 'insert', 'update'], everyRow)],
    staff: [may(['select', 'insert', 'update'], everyRow)],
    intake: [may(['select', 'insert', 'update'], everyRow)],
  },
  status_change: {
    ...partOfCase({ person: [mayAdd(ofActedCase)], staff: [mayAdd(handled)] }),
    rehearsals: [mayReadOf(['case_id', 'at'], everyRow)],
    terms: [may(['select', 'insert'], everyRow)],
    intake: [mayAdd(everyRow)],
  },
  /** Keys of the engine, and the case for which each works. */
  right_instance: {
    staff: [mayRead(`${handled} or ${corrected}`)],
    worklist: [may(['select', 'insert'], everyRow)],
    incidents: [may(['select', 'insert'], everyRow)],
    operator: [mayRead(everyRow)],
    // Its function knows the processes of the cases on which somebody must not work.
    keeper: [mayRead(everyRow)],
  },
  timeline_entry: {
    ...partOfCase(),
    person: [mayRead(shownOfSeenCase), mayAdd(ofActedCase)],
    proposals: [mayAdd(ofConnectorCase)],
    terms: [mayAdd(everyRow)],
    intake: [mayAdd(everyRow)],
    staff: [mayRead(`${handled} or (${shownOfSeenCase})`), mayAdd(`${handled} or ${corrected} or ${ofActedCase}`)],
    copies: [mayAdd(everyRow)],
    notices: [mayAdd(everyRow)],
    rightSources: [mayAdd(ofConnectorCase)],
    versionMoves: [mayAdd(ofAdministration('designs'))],
    registers: [mayAdd(handled)],
  },
  information_request: {
    ...partOfCase({ person: [may(['update'], ofActedCase)], staff: [may(['update'], handled)] }),
    apiToken: [mayRead(ofCaseRead)],
    terms: [may(['select', 'update'], everyRow)],
    numbers: [mayRead(everyRow)],
    // Its function moves what is asked with the term of its answer.
    keeper: [may(['select', 'update'], everyRow)],
  },
  // Whether a task is there again because it was sent back, or because a decided case goes on.
  decision: {
    ...partOfCase(),
    apiToken: [mayRead(ofCaseRead)],
    terms: [may(['select', 'insert'], everyRow)],
    worklist: [mayRead(everyRow)],
    numbers: [mayRead(everyRow)],
    // Until when what was granted holds.
    intake: [mayRead(everyRow)],
    rehearsals: [mayReadOf(['id', 'case_id', 'outcome', 'amount', 'decided_at'], everyRow)],
  },
  answer_correction: {
    person: [mayRead(ofSeenCase)],
    staff: [may(['select', 'insert'], handled), mayRead(ofSeenCase)],
    apiToken: [mayRead(ofFileRead)],
    operator: [mayRead(everyRow)],
  },
  letter: {
    ...partOfCase({ staff: [mayAdd(handled)] }),
    notices: [mayRead(everyRow), mayChange(['channels'], everyRow)],
    // By which ways a letter goes whose arrival begins a term.
    terms: [mayRead(everyRow)],
  },
  note: { staff: [may(['select', 'insert'], handled)], operator: [mayRead(everyRow)] },
  consultation: {
    person: ofSubject,
    // A clerk asks a source again for a case.
    staff: [may(['select', 'insert', 'update'], handled), ...ofSubject],
    connector: [may(['select', 'insert', 'update'], ofConnectorCase)],
    // What is asked of rights of others is found here first, and so is what they tell of by themselves.
    rightSources: [mayRead(everyRow), may(['insert', 'update'], ofConnectorCase)],
    // For whom an administration asked, and that a register told by itself.
    registers: [may(['select', 'insert', 'update'], handled)],
    apiToken: [mayRead(ofFileRead)],
    operator: [mayRead(everyRow)],
  },
  /** Applicants read what was asked in the log; what is still unknown is for who decides. */
  unanswered_source: {
    staff: [may(['select', 'delete'], handled)],
    apiToken: [mayRead(ofFileRead)],
    connector: [mayDoAll(ofConnectorCase)],
    rightSources: [mayDoAll(ofConnectorCase)],
    operator: [mayRead(everyRow)],
  },
  idempotent_reply: { connector: [may(['select', 'insert'], ofConnectorCase)] },
  outbox: {
    person: [mayAdd(ofActedCase)],
    staff: [mayAdd(`${ofHandledCase} or ${ofActedCase}`)],
    // What its case told others is counted, so that it floods nobody.
    connector: [may(['select', 'insert'], ofConnectorCase)],
    rightSources: [mayAdd(ofConnectorCase)],
    registers: [mayAdd(ofHandledCase)],
    operator: [mayRead(everyRow)],
    outbox: [may(['select', 'insert', 'update'], everyRow)],
    terms: [mayAdd(everyRow)],
    intake: [mayAdd(everyRow)],
    // What a system of others told a case is counted, so that it floods nobody.
    incomingWebhooks: [may(['select', 'insert'], everyRow)],
    health: [mayRead(everyRow)],
    // Whether something of a case waits to go out, and nothing of what.
    versionMoves: [mayReadOf(['id', 'case_id', 'state'], ofDesignedCase)],
    // What a process was told is told to its replay.
    rehearsals: [mayRead(everyRow)],
    // How much waits to go out, and nothing of what.
    rightImports: [mayReadOf(['id', 'state'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
