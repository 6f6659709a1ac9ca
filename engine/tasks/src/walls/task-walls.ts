import {
  everyRow,
  may,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofSeenCase,
  type Wall,
} from '@irisflow/access';
import type { TasksTables as Tables } from '../storage/tables.gen.ts';

/** A task is worked by clerks of its administration; the engine's own are mirrored by the worklist. */
export const taskWalls = {
  decision_hand: {
    // Which offices had a hand in it is theirs to know; who the people are stays with the office.
    person: [mayRead(ofSeenCase)],
    staff: [mayRead(ofAdministration('handles')), mayRead(ofSeenCase)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
  task: {
    staff: [may(['select', 'update'], ofAdministration('handles'))],
    connector: [mayRead(ofConnectorCase)],
    proposals: [may(['select', 'update'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    worklist: [may(['select', 'insert', 'update'], everyRow)],
    terms: [may(['select', 'update'], everyRow)],
    // Steps are called otherwise in another version.
    versionMoves: [mayRead(ofAdministration('designs')), mayChange(['element_id'], ofAdministration('designs'))],
    rehearsals: [mayRead(everyRow)],
    keeper: [may(['select', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
