import { room } from '@irisflow/access';
import { decideReopening, reopenCase } from './reopening/reopen-case.ts';
import { getReopenings } from './reopening/view-reopenings.ts';
import type { Surroundings } from './surroundings.ts';

/** What becomes of cases after they were opened. */
export const lifecycleRoom = (surroundings: Surroundings) =>
  room(surroundings, { getReopenings, reopenCase, decideReopening });
