import type { FactsTables as Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayRead, ofAdministration, ofConnectorCase, ofOwnCase, type Wall } from '@irisflow/access';

const handled = ofAdministration('handles');

/** What sources said is read by who handles the case and, as far as it is about them alone, by the person concerned. */
export const factWalls = {
  source_answer: {
    person: [mayRead(`${ofOwnCase} and not about_others`)],
    staff: [may(['select', 'insert'], handled), mayRead(`${ofOwnCase} and not about_others`)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    rightSources: [may(['select', 'insert'], ofConnectorCase)],
    // What a source said then is said again to a replay.
    rehearsals: [mayRead(everyRow)],
    operator: [mayRead(everyRow)],
  },
  source_change: {
    staff: [may(['select', 'insert'], handled)],
    operator: [mayRead(everyRow)],
  },
  source_correction: {
    person: [may(['select', 'insert'], ofOwnCase)],
    staff: [mayRead(handled), may(['select', 'insert'], ofOwnCase)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
