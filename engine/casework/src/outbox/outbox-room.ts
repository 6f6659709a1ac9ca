import { job, requireMachine, actingAs, room } from '@irisflow/access';
import { countOutbox } from '../storage/outbox.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { drainOutbox } from './drain-outbox.ts';

/** Sends every message that is due now; answers how many were sent. */
const drain: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return drainOutbox(actingAs(surroundings, job('outbox')));
};

/** How many messages wait and how many were given up, for health checks. */
const counts: UseCase<Record<string, never>, { waiting: number; failed: number }> = async (surroundings, actor) => {
  requireMachine(actor);
  return countOutbox(actingAs(surroundings, job('health')).database);
};

export const outboxRoom = (surroundings: Surroundings) => room(surroundings, { drain, counts });
