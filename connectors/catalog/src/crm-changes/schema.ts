import { Type, type Static } from 'typebox';

import { CrmName } from '../crm/names.ts';

const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$',
});

export const Input = Type.Object({ object: CrmName, since: Moment });

export const Output = Type.Object({
  /** Numbers of records that are new or changed, then of those that were deleted. */
  changed: Type.Array(Type.String()),
  deleted: Type.Array(Type.String()),
  /** Until when nothing is missing; the next question begins here. */
  until: Type.String(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
