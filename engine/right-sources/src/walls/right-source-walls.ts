import {
  everyRow,
  mayAdd,
  mayChange,
  may,
  mayRead,
  mayReadOf,
  ofAdministration,
  setting,
  type Wall,
} from '@irisflow/access';
import type { RightSourcesTables as Tables } from '../storage/tables.gen.ts';

/** What the office of the rights reads of a question: neither the case that asked nor whose number it was. */
const forOffice = [
  'consultation_id',
  'administration',
  'source_key',
  'asked_by',
  'purpose',
  'legal_basis',
  'at',
  'on_day',
  'answer',
  'unknown_because',
  'right_id',
  'case_id',
  'fields',
] as const satisfies readonly (keyof Tables['right_question'])[];

/** Who asked is read by the office of the rights; it is written by the one job that answers, for the question that it answers. */
export const rightSourceWalls = {
  right_question: {
    staff: [mayReadOf(forOffice, `${ofAdministration('handles')} or ${ofAdministration('administers')}`)],
    rightSources: [
      mayRead(everyRow),
      mayAdd(
        `consultation_id in (select c.id from casework.consultation c
           where c.id = nullif(${setting('question')}, '')::bigint or c.case_id = ${setting('case')})`,
      ),
      mayChange(['followed', 'look_on'], everyRow),
    ],
    // Its trigger notes that the answer may be another one.
    keeper: [may(['select', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
