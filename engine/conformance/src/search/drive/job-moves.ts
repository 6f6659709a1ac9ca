import { isDeepStrictEqual } from 'node:util';
import type { Wait } from '../reference/frame.ts';
import * as reference from '../reference/moves.ts';
import { call, json, type Move, resultOf } from './move.ts';
import { counterpart, Disagreement, type Session } from './session.ts';

const completeJob = (session: Session, job: Wait, how: number): Move => {
  const { key } = counterpart(session, job);
  const variables = resultOf(how);
  const send = () => call(session, 'CompleteJob', { jobKey: key, variables: json(variables) });
  return {
    action: 'complete a job',
    title: `complete ${job.element} ${json(variables)}`,
    inEngine: send,
    inReference: () => reference.fire(session.game, job, variables),
    again: send,
  };
};

const failJob = (session: Session, job: Wait, how: number): Move => {
  const { key } = counterpart(session, job);
  const told = {
    retries: how % 3,
    backOff: how % 2 === 0 ? 0 : 1_777 + (how * 37 + job.order * 13),
    variables: resultOf(how),
  };
  return {
    action: 'fail a job',
    title: `fail ${job.element} ${JSON.stringify(told)}`,
    inEngine: () =>
      call(session, 'FailJob', {
        jobKey: key,
        retries: told.retries,
        retryBackOff: told.backOff * 1_000,
        errorMessage: 'no',
        variables: json(told.variables),
      }),
    inReference: () => reference.failJob(session.game, job, told),
  };
};

const throwError = (session: Session, job: Wait, how: number): Move => {
  const { key } = counterpart(session, job);
  const errorCode = ['A', 'B', 'C'][how % 3] ?? 'A';
  const variables = resultOf(how);
  const send = () =>
    call(session, 'ThrowError', { jobKey: key, errorCode, errorMessage: '', variables: json(variables) });
  return {
    action: 'throw an error from a job',
    title: `throw error ${errorCode} from ${job.element} ${json(variables)}`,
    inEngine: send,
    inReference: () => reference.throwError(session.game, job, errorCode, variables),
    again: send,
  };
};

/** What time brings is in the store a little before it is offered; in milliseconds. */
const A_MOMENT = 1_000;

/** Workers get the oldest job, with all that its task sees. */
const activateJob = (session: Session, job: Wait, how: number): Move => {
  const lease = 613 + how * 41 + job.order * 17;
  const { key } = counterpart(session, job);
  return {
    action: 'activate a job',
    title: `activate ${job.element} for ${lease} s`,
    inEngine: async () => {
      const [found] = await session.world.activate(`${session.stamp}_${job.element}`, {
        max: 1,
        timeout: lease * 1_000,
        wait: A_MOMENT,
      });
      const expected = reference.visibleTo(job);
      if (found?.key !== key) throw new Disagreement(`  expected job ${key}, but found ${found?.key ?? 'none'}`);
      if (!isDeepStrictEqual(found.variables, expected)) {
        throw new Disagreement(
          `  expected job variables ${json(expected)}, but found ${JSON.stringify(found.variables)}`,
        );
      }
    },
    inReference: () => reference.activateJob(session.game, job, lease),
  };
};

const isOldest = (session: Session, job: Wait): boolean =>
  reference
    .openWaits(session.game)
    .find(({ kind, element, detail }) => kind === 'job' && element === job.element && detail === 'activatable') === job;

export const jobMove = (session: Session, job: Wait, how: number): Move | null => {
  if (job.detail !== 'activatable' && job.detail !== 'activated') return null;
  const way = how % 8;
  if (way === 0) return failJob(session, job, Math.floor(how / 8));
  if (way === 1 || way === 3) return throwError(session, job, Math.floor(how / 8));
  if (way === 2 && job.detail === 'activatable' && isOldest(session, job)) return activateJob(session, job, how);
  return completeJob(session, job, how);
};

/** Workers get nothing while the instance is suspended. */
export const activateNothing = (session: Session, job: Wait): Move => ({
  action: 'activate a job, but it is suspended',
  title: `activate ${job.element}, but it is suspended`,
  inEngine: async () => {
    const found = await session.world.activate(`${session.stamp}_${job.element}`, { wait: -1 });
    if (found.length > 0)
      throw new Disagreement(`  expected no job of a suspended instance, but found ${found.length}`);
  },
  inReference: () => undefined,
});
