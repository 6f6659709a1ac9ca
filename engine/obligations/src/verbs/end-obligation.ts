import { record } from '../change/record.ts';
import { ruleOf } from '../plan/declared.ts';
import { changeObligation } from '../storage/obligations.ts';
import type { Surroundings } from '../surroundings.ts';
import { lockOwn, type ObligationReply } from './own-obligation.ts';
import type { OfCase } from './start-obligation.ts';

/** Releases the holder: nothing more becomes due, and what is open is dropped by the clock. What has ended stays so. */
export const endObligation = async (
  surroundings: Surroundings,
  ending: OfCase & { readonly obligationId: string },
): Promise<ObligationReply> => {
  const { tx, row, voice, obligationId } = ending;
  const obligation = await lockOwn(ending, { id: obligationId, pointer: '/obligationId' });
  if (obligation.state !== 'ended') {
    const rule = await ruleOf(surroundings, tx, obligation);
    const change = { state: 'ended', paused_on: null, ended: 'released', next_day: null, opens_on: null } as const;
    await changeObligation(tx, obligation.id, change);
    const recording = { obligation, rule, occurrence: null, act: 'released' } as const;
    await record(surroundings, tx, { ...recording, voice: { ...voice, author: null, caseId: row.id } });
  }
  return { obligationId: obligation.id, nextDay: null, nextOpensOn: null };
};
