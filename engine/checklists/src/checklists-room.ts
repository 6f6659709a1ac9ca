import { room } from '@irisflow/access';
import { markPoint } from './mark-point.ts';
import type { Surroundings } from './surroundings.ts';
import { getChecklist, listCaseChecklists } from './view-checklist.ts';

export const checklistsRoom = (surroundings: Surroundings) =>
  room(surroundings, { getChecklist, listCaseChecklists, markPoint });
