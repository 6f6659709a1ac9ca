import { everyRow, may, mayRead, ofAdministration, ofOwnCase, setting, type Wall } from '@irisflow/access';
import type { CopiesTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** What was made for the applicant, and nothing that is for the office. */
const given = `audience = 'party' and handed_over and ${ofOwnCase}`;
const asked = may(['insert'], `${given} and made_by = ${setting('person')} and recipient is null`);

export const copyWalls = {
  file_copy: {
    person: [mayRead(given), asked],
    staff: [may(['select', 'insert'], handled), mayRead(given), asked],
    operator: [mayRead(everyRow)],
    copies: [may(['select', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
