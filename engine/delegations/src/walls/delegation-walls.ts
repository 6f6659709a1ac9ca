import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorAdministration,
  setting,
  type Wall,
} from '@irisflow/access';
import type { DelegationsTables as Tables } from '../storage/tables.gen.ts';

const isOwn = `delegator_id = ${setting('person')}`;

/** Who may do what is no secret among colleagues. Everybody gives their own powers alone; none is ever taken out. */
export const delegationWalls = {
  delegation: {
    staff: [
      mayRead(ofAdministration('administration')),
      mayAdd(`${ofAdministration('handles')} and ${isOwn}`),
      mayChange(
        ['withdrawn_at', 'withdrawn_by'],
        `(${ofAdministration('corrects')} or (${ofAdministration('administration')} and ${isOwn}))`,
      ),
    ],
    // A letter says for whom it was signed.
    connector: [mayRead(ofConnectorAdministration)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
    // Who gets a task back that was sent back.
    worklist: [mayRead(everyRow)],
    // Its function answers what somebody may do in the name of others.
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
