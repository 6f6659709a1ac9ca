import {
  everyRow,
  mayAdd,
  mayChange,
  may,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofConnectorAdministration,
  ofFileRead,
  ofOwnCase,
  ofSeenCase,
  ownApplications,
  setting,
  type Wall,
} from '@irisflow/access';
import type { RightsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Rights of whom the connector's case is about, held from its administration: a renewal changes what an earlier case left. */
const ofConnectorHolder = `(administration, person_id) in (select f.administration, f.person_id from casework.case_file f where f.id = ${setting('case')})`;

/**
 * Rights that may be told for the one question that is answered: of a kind that is offered, and of whom the question is about.
 * Without a question in the log there is none.
 */
const ofQuestion = `(procedure_key, kind, person_id) in (
  select s.procedure_key, s.kind, i.party_id
    from casework.consultation c
    join casework.right_source s on s.key = c.source_key and s.ended_at is null and s.stopped_at is null
    join casework.party_identifier i on i.number_index = c.subject_index and i.state <> 'canceled'
   where c.id = nullif(${setting('question')}, '')::bigint)`;
const askedColumns = [
  'id',
  'administration',
  'case_id',
  'procedure_key',
  'procedure_version',
  'kind',
  'number',
  'person_id',
  'begins_on',
] as const satisfies readonly (keyof Tables['granted_right'])[];
const toldColumns = [
  'right_id',
  'sequence',
  'effective_on',
  'state',
  'effect',
  'data',
  'valid_from',
  'valid_to',
] as const satisfies readonly (keyof Tables['right_version'])[];

/** Whoever has a file of living rights taken over adds them, as long as that runs: nobody else adds a right by hand. */
export const ofOwnRightImport = `administration in (
  select i.administration from casework.right_import i where i.state = 'running' and i.started_by = ${setting('person')})`;

/** Whoever reads the case reads what it left behind. Versions are added and never changed, by nobody. */
export const rightWalls = {
  granted_right: {
    person: [mayRead(ofSeenCase)],
    staff: [
      mayRead(`${handled} or ${ofSeenCase}`),
      mayAdd(`${handled} and ${ofOwnRightImport}`),
      mayChange(['search_text'], handled),
    ],
    connector: [
      mayRead(ofConnectorHolder),
      mayAdd(`${ofConnectorHolder} and case_id = ${setting('case')}`),
      mayChange(['search_text'], ofConnectorHolder),
    ],
    apiToken: [mayRead(ofFileRead)],
    // Holds back what a decision did to rights of whoever appeals; to lock one is to say that it may be changed.
    appeals: [mayRead(ownApplications), mayChange(['search_text'], ownApplications)],
    terms: [mayRead(everyRow), mayChange(['search_text'], everyRow)],
    campaigns: [mayRead(handled)],
    versionMoves: [mayReadOf(['id', 'administration', 'case_id', 'kind'], ofAdministration('designs'))],
    rightChecks: [
      mayReadOf(['id', 'procedure_key', 'procedure_version', 'kind', 'number', 'begins_on', 'check_code'], everyRow),
    ],
    rightSources: [mayReadOf(askedColumns, ofQuestion)],
    // Finds the kind of one that changed.
    keeper: [mayReadOf(['id', 'procedure_key', 'kind'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  right_version: {
    person: [mayRead(ofSeenCase)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`), mayAdd(`${handled} and author = ${setting('person')}`)],
    connector: [mayRead(ofConnectorHolder), mayAdd(`${ofConnectorHolder} and cause_case_id = ${setting('case')}`)],
    apiToken: [mayRead(ofFileRead)],
    campaigns: [mayRead(handled)],
    rightChecks: [
      mayReadOf(['right_id', 'sequence', 'effective_on', 'effect', 'data', 'valid_from', 'valid_to'], everyRow),
    ],
    rightSources: [
      mayReadOf(toldColumns, 'exists (select from casework.granted_right r where r.id = right_version.right_id)'),
    ],
    // Whether what a case left behind lives.
    registers: [
      mayReadOf(['right_id', 'sequence', 'administration', 'case_id', 'effective_on', 'effect', 'valid_to'], handled),
    ],
    appeals: [mayRead(ofOwnCase), mayAdd(`${ofOwnCase} and act = 'heldBack' and author is null`)],
    // Whether what holds a place is over; and lets a decision count whose appeal is over.
    terms: [mayRead(everyRow), mayAdd(`act in ('enforced', 'restored') and author is null`)],
    operator: [mayRead(everyRow)],
  },
  right_counter: {
    staff: [may(['select', 'insert', 'update'], ofOwnRightImport)],
    connector: [may(['select', 'insert', 'update'], ofConnectorAdministration)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
