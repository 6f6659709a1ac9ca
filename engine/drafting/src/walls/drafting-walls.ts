import { everyRow, may, mayChange, mayRead, ofAdministration, ofConnectorCase, type Wall } from '@irisflow/access';
import type { DraftingTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Those who answer for what others write. */
const kept = ofAdministration('corrects');

export const draftingWalls = {
  paragraph: {
    staff: [mayRead(handled), may(['insert'], kept), mayChange(['version', 'is_retired', 'search_text'], kept)],
    operator: [mayRead(everyRow)],
  },
  paragraph_version: {
    staff: [mayRead(handled), may(['insert'], kept)],
    operator: [mayRead(everyRow)],
  },
  letter_edit: {
    staff: [may(['select', 'insert'], handled), mayChange(['letter_id'], handled)],
    connector: [mayRead(ofConnectorCase), mayChange(['letter_id'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
  },
  letter_approval: {
    staff: [may(['select', 'insert', 'delete'], handled)],
    connector: [mayRead(ofConnectorCase)],
    operator: [mayRead(everyRow)],
  },
  paragraph_use: {
    staff: [may(['select', 'insert'], handled), mayChange(['kept'], handled)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
