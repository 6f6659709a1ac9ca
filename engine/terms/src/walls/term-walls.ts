import {
  everyRow,
  may,
  mayRead,
  ofActedCase,
  ofAdministration,
  ofCaseRead,
  ofConnectorAdministration,
  ofConnectorCase,
  ofSeenCase,
  seenCases,
  type Wall,
} from '@irisflow/access';
import type { TermsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Rows of the administrations that have a case of the applicant. */
const ofOffices = `administration in (select f.administration from casework.case_file f where ${seenCases})`;

/** A term is a part of its case; closures are known to whoever is counted by them. */
export const termWalls = {
  term: {
    person: [mayRead(ofSeenCase), may(['insert', 'update'], ofActedCase)],
    // Who works for an administration may apply for something as well.
    staff: [
      mayRead(`${handled} or ${ofSeenCase}`),
      may(['insert', 'update'], handled),
      may(['insert', 'update'], ofActedCase),
    ],
    connector: [may(['select', 'insert', 'update'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    apiToken: [mayRead(ofCaseRead)],
    // A letter that arrives begins one.
    terms: [may(['select', 'insert', 'update'], everyRow)],
    intake: [may(['select', 'insert', 'update'], everyRow)],
    outbox: [mayRead(everyRow)],
    worklist: [mayRead(everyRow)],
    versionMoves: [mayRead(ofAdministration('designs'))],
    // Its function tells the tasks of a case when their term ends, whoever moved that.
    keeper: [mayRead(everyRow)],
    numbers: [mayRead(everyRow)],
  },
  // Whoever a term is counted for has to know the days of the office that counts.
  closure: {
    person: [mayRead(ofOffices)],
    staff: [
      mayRead(`${ofAdministration('administration')} or ${ofOffices}`),
      may(['insert', 'delete'], ofAdministration('administers')),
    ],
    connector: [mayRead(ofConnectorAdministration)],
    apiToken: [mayRead(ofAdministration('reads'))],
    terms: [mayRead(everyRow)],
    intake: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
    // Its function tells whoever looks for a free hour when a counter is closed.
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
