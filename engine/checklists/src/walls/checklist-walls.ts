import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { ChecklistsTables as Tables } from '../storage/tables.gen.ts';

export const checklistWalls = {
  checklist_mark: {
    staff: [may(['select', 'insert'], ofAdministration('handles'))],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
