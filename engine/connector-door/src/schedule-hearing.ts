import { requireConnector } from '@irisflow/access';
import { lockSealedCase } from '@irisflow/casework';
import {
  type HearingOrder,
  type HearingScheduled,
  prepareHearing,
  scheduleHearing as schedule,
} from '@irisflow/inquiries';
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
  const seen = await database.transaction((tx) => lockSealedCase(tx, actor));
  const prepared = await prepareHearing(surroundings, seen, call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: ({ tx, row, step }) => schedule(surroundings, { tx, row, prepared, scheduledBy: null, voice: step }),
  });
};
