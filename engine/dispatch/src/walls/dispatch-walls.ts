import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofSeenCase,
  type Wall,
} from '@irisflow/access';
import type { DispatchTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/**
 * Whoever sends a letter notes that its applicant is to be told; the round of mails notes that they were. A seal is written with the
 * letter and changed by nobody.
 */
export const dispatchWalls = {
  letter_mail: {
    staff: [mayAdd(handled)],
    connector: [mayAdd(ofConnectorCase)],
    operator: [mayRead(everyRow)],
    // What became of a mail is what became of the letter.
    terms: [mayRead(everyRow)],
    notices: [may(['select'], everyRow), mayChange(['attempts', 'next_at', 'told_at', 'posted_at'], everyRow)],
  },
  letter_seal: {
    person: [mayRead(ofSeenCase)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`), mayAdd(handled)],
    connector: [mayAdd(ofConnectorCase)],
    // Verifies them all.
    fileChecks: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
