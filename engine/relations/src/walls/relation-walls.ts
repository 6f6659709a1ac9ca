import { everyRow, may, mayChange, mayRead, ofAdministration, setting, type Right, type Wall } from '@irisflow/access';
import type { RelationsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const answered = ofAdministration('corrects');
/** Some notes are for those alone who answer for what others do. */
const readNotes = `administration = ${setting('handles')} and (audience = 'clerks' or administration = ${setting('corrects')})`;
/** What is noted about somebody is theirs to read, under no mandate for a few procedures. */
const aboutMe = `party_id = ${setting('applicant')} and ${setting('procedures')} = '*' and deleted_at is null`;
const wordsOf = (note: string): string => `note_id in (select n.id from casework.party_note n where ${note})`;
const ownWords = mayRead(wordsOf(`${aboutMe} and withheld is null`));
const officeWords: readonly Right[] = [may(['select', 'insert', 'delete'], wordsOf(readNotes))];

/** How an administration reads and marks people is its own. */
export const relationWalls = {
  // Whom it takes for one person, supervisors alone say.
  party_merge: {
    // Whoever is somebody else is written to once.
    campaigns: [mayRead(ofAdministration('handles'))],
    staff: [
      mayRead(handled),
      may(['insert'], answered),
      mayChange(['undone_at', 'undone_by', 'undo_reason'], answered),
    ],
    operator: [mayRead(everyRow)],
    // Its functions know somebody under each of their records.
    keeper: [mayRead(everyRow)],
  },
  party_label: {
    staff: [
      mayRead(ofAdministration('administration')),
      may(['insert'], answered),
      mayChange(['name_fr', 'name_nl', 'color', 'retired_at'], answered),
    ],
    operator: [mayRead(everyRow)],
  },
  party_label_use: {
    staff: [may(['select', 'insert'], handled), mayChange(['taken_at', 'taken_by'], handled)],
    operator: [mayRead(everyRow)],
  },
  party_note: {
    person: [mayRead(aboutMe)],
    staff: [
      mayRead(aboutMe),
      may(['select', 'insert'], readNotes),
      mayChange(['audience', 'revision', 'withheld', 'deleted_at', 'deleted_by', 'delete_reason'], readNotes),
    ],
    operator: [mayRead(everyRow)],
  },
  party_note_version: {
    person: [ownWords],
    staff: [ownWords, ...officeWords],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
