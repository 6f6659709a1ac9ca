import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  type Wall,
} from '@irisflow/access';
import type { DispatchTables as Tables } from '../storage/tables.gen.ts';

/** Whoever sends a letter notes that its applicant is to be told; the round of mails notes that they were. */
export const dispatchWalls = {
  letter_mail: {
    staff: [mayAdd(ofAdministration('handles'))],
    connector: [mayAdd(ofConnectorCase)],
    operator: [mayRead(everyRow)],
    // What became of a mail is what became of the letter.
    terms: [mayRead(everyRow)],
    notices: [may(['select'], everyRow), mayChange(['attempts', 'next_at', 'told_at', 'posted_at'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
