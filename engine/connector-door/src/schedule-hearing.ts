import { requireConnector } from '@irisflow/access';
import {
  type HearingOrder,
  type HearingScheduled,
  prepareHearing,
  scheduleHearing as schedule,
} from '@irisflow/inquiries';
import { lockWholeCase } from './lock-whole-case.ts';
import { knownReply, once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export type ScheduleHearing = ConnectorCall & Omit<HearingOrder, 'summons'>;

const operation = 'hearing';

/** Summons whom the procedure names to a hearing; what came of it comes as `hearing.held`. */
export const scheduleHearing: UseCase<ScheduleHearing, HearingScheduled> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<HearingScheduled>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await database.transaction((tx) => lockWholeCase(tx, actor));
  const prepared = await prepareHearing(surroundings, seen, call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) => schedule(surroundings, { tx, row, prepared, scheduledBy: null, voice: step }),
  });
};
