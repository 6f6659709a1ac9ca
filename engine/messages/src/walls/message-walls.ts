import type { MessagesTables as Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayRead, ofAdministration, ofActedCase, ofSeenCase, type Wall } from '@irisflow/access';

const handled = ofAdministration('handles');

/** Both sides of a case read what was written and note that they saw it; nobody changes what the other wrote. */
export const messageWalls = {
  case_message: {
    person: [mayRead(ofSeenCase), may(['insert', 'update'], ofActedCase)],
    staff: [mayRead(`${handled} or ${ofSeenCase}`), may(['insert', 'update'], `${handled} or ${ofActedCase}`)],
    operator: [mayRead(everyRow)],
    notices: [may(['select', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
