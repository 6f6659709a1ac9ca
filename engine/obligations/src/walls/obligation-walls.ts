import {
  everyRow,
  mayAdd,
  mayChange,
  mayRead,
  mayReadOf,
  ofActedCase,
  ofAdministration,
  ofSeenCase,
  setting,
  type Wall,
} from '@irisflow/access';
import type { ObligationsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Obligations on rights of whom the connector's case is about, held from its administration. */
const ofConnectorHolder = `(administration, person_id) in (select f.administration, f.person_id from casework.case_file f where f.id = ${setting('case')})`;
const ownAuthor = `author = ${setting('person')}`;
/** How an obligation may move: nobody lays it on another right, or makes it another one. */
const moved = ['state', 'paused_on', 'ended', 'next_day', 'opens_on'];
/** What a verdict changes. */
const judged = ['state', 'tell_on', 'answer_until'];
/** Holders answer what is open, and touch nothing that the office judged. */
const ofOpen = `state in ('open', 'submitted') and ${ofActedCase}`;
/** What an answer changes. */
const answered = ['state', 'tell_on', 'answers', 'documents', 'submitted_by', 'submitted_at'];

/** Whoever reads the right reads what lies on it. What happened is added and never changed, by nobody. */
export const obligationWalls = {
  obligation: {
    person: [mayRead(ofSeenCase)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`)],
    connector: [mayRead(ofConnectorHolder), mayAdd(ofConnectorHolder), mayChange(moved, ofConnectorHolder)],
    operator: [mayRead(everyRow)],
    terms: [mayRead(everyRow), mayChange(moved, everyRow)],
    versionMoves: [mayReadOf(['id', 'administration', 'case_id', 'obligation', 'state'], ofAdministration('designs'))],
  },
  obligation_occurrence: {
    person: [mayRead(ofSeenCase), mayChange(answered, ofOpen)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`), mayChange(judged, handled), mayChange(answered, ofOpen)],
    connector: [mayRead(ofConnectorHolder), mayChange(judged, ofConnectorHolder)],
    operator: [mayRead(everyRow)],
    terms: [
      mayRead(everyRow),
      mayAdd(everyRow),
      mayChange(['state', 'tell_on', 'told', 'due_on', 'answer_until'], everyRow),
    ],
  },
  obligation_event: {
    person: [mayRead(ofSeenCase), mayAdd(`author is null and ${ofActedCase}`)],
    staff: [
      mayRead(`${handled} or ${ofSeenCase}`),
      mayAdd(`(${handled} and ${ownAuthor}) or (author is null and ${ofActedCase})`),
    ],
    connector: [mayAdd(`author is null and ${ofConnectorHolder}`)],
    operator: [mayRead(everyRow)],
    terms: [mayAdd('author is null')],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
