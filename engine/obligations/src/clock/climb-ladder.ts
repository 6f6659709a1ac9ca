import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { administrationName } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { record } from '../change/record.ts';
import { tell } from '../change/tell.ts';
import { ruleOf } from '../plan/declared.ts';
import { ladderOf, nextTellOn } from '../plan/ladder.ts';
import { lockObligation, type ObligationRow } from '../storage/obligations.ts';
import { changeOccurrence, findOccurrence, lockOccurrence, type OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';

interface Locked {
  readonly obligation: ObligationRow;
  readonly occurrence: OccurrenceRow;
}

/** An occurrence with what it is of; locked in this order by everybody. */
const lockBoth = async (tx: Queryable, id: string): Promise<Locked | undefined> => {
  const known = await findOccurrence(tx, id);
  const obligation = known === undefined ? undefined : await lockObligation(tx, known.obligation_id);
  const occurrence = obligation === undefined ? undefined : await lockOccurrence(tx, id);
  return obligation === undefined || occurrence === undefined ? undefined : { obligation, occurrence };
};

const voiceOf = ({ case_id: caseId }: ObligationRow) => ({ name: administrationName, author: null, caseId });

/** Tells the process the next thing of an occurrence that is late: that it is due, or the next step of the sanctions. It acts; nothing is done to the right. */
export const climbLadder = async (surroundings: Surroundings, tx: Queryable, id: string): Promise<boolean> => {
  const found = await lockBoth(tx, id);
  if (found === undefined) return false;
  const { obligation, occurrence: before } = found;
  const today = dayOf(surroundings.clock.now());
  if (obligation.state !== 'running' || before.tell_on === null || before.tell_on > today) return false;
  const rule = await ruleOf(surroundings, tx, obligation);
  const rung = ladderOf(rule)[before.told];
  if (rung === undefined) throw new Error(`Expected a step ${before.told} of ${rule.key}, but there is none`);
  const { step } = rung;
  const told = before.told + 1;
  const next = nextTellOn(rule, { ...before, told });
  await changeOccurrence(tx, id, { told, tell_on: next });
  const occurrence = { ...before, told };
  const act = step === null ? 'due' : 'overdue';
  await record(surroundings, tx, { obligation, rule, occurrence, act, step, voice: voiceOf(obligation) });
  const name = `obligation.${act}` as const;
  await tell(surroundings, tx, { actor: job('terms'), name, obligation, occurrence, step: step?.key ?? null });
  return true;
};

/** Drops what nobody has to answer any more, and tells the process that waits for it. */
export const dropOpen = async (surroundings: Surroundings, tx: Queryable, id: string): Promise<boolean> => {
  const found = await lockBoth(tx, id);
  if (found?.obligation.state !== 'ended' || found.occurrence.state !== 'open') return false;
  const { obligation } = found;
  const change = { state: 'dropped', tell_on: null } as const;
  await changeOccurrence(tx, id, change);
  const occurrence = { ...found.occurrence, ...change };
  const rule = await ruleOf(surroundings, tx, obligation);
  await record(surroundings, tx, { obligation, rule, occurrence, act: 'dropped', voice: voiceOf(obligation) });
  const told = { actor: job('terms'), name: 'obligation.settled', outcome: 'dropped' } as const;
  await tell(surroundings, tx, { ...told, obligation, occurrence });
  return true;
};
