import { isDeepStrictEqual } from 'node:util';
import type { Pick } from '../model/arbitrary.ts';
import type { Variables, Wait } from '../reference/frame.ts';
import * as reference from '../reference/moves.ts';
import { writeAllUpward, writeLocally } from '../reference/variables.ts';
import { counterpart, Disagreement, type Session } from './session.ts';

/** Something that can be done now, in the engine and in the reference. */
export interface Move {
  readonly title: string;
  readonly inEngine: () => Promise<unknown>;
  readonly inReference: () => void;
  /** The same command once more; it must be refused. */
  readonly again?: () => Promise<unknown>;
}

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const WRONG_STATE = 9;

const json = (variables: Variables): string => JSON.stringify(variables);

/** What work brings back: nothing, a choice, a result, or both. */
const resultOf = (how: number): Variables => {
  const value = how % 4;
  const results: readonly Variables[] = [{}, { c0: value }, { r: how }, { c1: value, r: how }, { c2: value }];
  return results[how % results.length] ?? {};
};

const call = ({ world }: Session, name: string, request: object) => world.raw.call(name, request);

/** Calls again and expects to be refused. */
export const refused = async (session: Session, again: () => Promise<unknown>): Promise<void> => {
  const { code, details } = await session.world.refusal(again());
  if (![NOT_FOUND, ALREADY_EXISTS, WRONG_STATE].includes(code)) {
    throw new Disagreement(`  expected a repeated command to be refused, but found ${code}: ${details}`);
  }
};

const completeJob = (session: Session, job: Wait, how: number): Move => {
  const { key } = counterpart(session, job);
  const variables = resultOf(how);
  const send = () => call(session, 'CompleteJob', { jobKey: key, variables: json(variables) });
  return {
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

const jobMove = (session: Session, job: Wait, how: number): Move | null => {
  if (job.detail !== 'activatable' && job.detail !== 'activated') return null;
  const way = how % 8;
  if (way === 0) return failJob(session, job, Math.floor(how / 8));
  if (way === 1) return throwError(session, job, Math.floor(how / 8));
  if (way === 2 && job.detail === 'activatable' && isOldest(session, job)) return activateJob(session, job, how);
  return completeJob(session, job, how);
};

const taskMove = (session: Session, task: Wait, how: number): Move => {
  const { key } = counterpart(session, task);
  const variables = resultOf(how);
  const ask = () => session.world.rest.ask('POST', `/user-tasks/${key}/completion`, { variables });
  return {
    title: `complete ${task.element} ${json(variables)}`,
    inEngine: async () => {
      const { status, text } = await ask();
      if (status !== 204) throw new Disagreement(`  expected to complete the user task, but found ${status} ${text}`);
    },
    inReference: () => reference.fire(session.game, task, variables),
  };
};

/** The one that has waited longest gets a message; one that nobody waits for is kept for a while, or lost. */
const messageMove = (session: Session, element: string, how: number): Move => {
  const { game, world, stamp } = session;
  const variables = resultOf(how);
  const seconds = how % 3 === 0 ? 0 : 40_009 + how * 271;
  const request = {
    name: `${stamp}_${element}`,
    correlationKey: 'key',
    timeToLive: seconds * 1_000,
    messageId: world.name('message'),
    variables: json(variables),
  };
  const send = () => call(session, 'PublishMessage', request);
  return {
    title: `publish ${element} ${json(variables)} for ${seconds} s`,
    inEngine: send,
    inReference: () => reference.publish(game, { element, variables, until: game.now + seconds }),
    ...(seconds === 0 ? {} : { again: send }),
  };
};

const signalMove = (session: Session, { element }: Wait, how: number): Move => {
  const variables = resultOf(how);
  return {
    title: `broadcast ${element} ${json(variables)}`,
    inEngine: () =>
      call(session, 'BroadcastSignal', { signalName: `${session.stamp}_${element}`, variables: json(variables) }),
    inReference: () => reference.broadcast(session.game, element, variables),
  };
};

/** What the variables must be for a way on; odd ways leave them as they are. */
const repairOf = (how: number): Variables => (how % 3 === 0 ? {} : { c0: 1, c1: 1, c2: 1 });

const incidentMove = (session: Session, incident: Wait, how: number): Move => {
  const { key, job, scope } = counterpart(session, incident);
  const variables = repairOf(how);
  const isLocal = how % 2 === 0;
  const resolve = () => call(session, 'ResolveIncident', { incidentKey: key });
  return {
    title: `resolve ${incident.element} ${incident.detail} ${job === null ? `${json(variables)}${isLocal ? ' locally' : ''}` : ''}`,
    inEngine: async () => {
      if (job !== null) await call(session, 'UpdateJobRetries', { jobKey: job, retries: 1 });
      else
        await call(session, 'SetVariables', { elementInstanceKey: scope, variables: json(variables), local: isLocal });
      await resolve();
    },
    inReference: () => {
      if (job === null && isLocal) writeLocally(incident.owner, variables);
      else if (job === null) writeAllUpward(incident.owner, variables);
      reference.fire(session.game, incident);
    },
    again: resolve,
  };
};

/** Two things that come almost together have no order that could be told. */
const MARGIN = 15;

const clockMove = (session: Session): Move | null => {
  const { game, world } = session;
  const waits = reference.openWaits(game).filter(({ due }) => due !== null);
  const due = reference.nextDue(game);
  if (due === null) return null;
  const together = waits.filter((waiting) => waiting.due !== null && waiting.due < due + MARGIN);
  if (game.buffer.some(({ until }) => Math.abs(until - due) < MARGIN)) return null;
  if (new Set(together.map((waiting) => `${waiting.element} ${waiting.due}`)).size > 1) return null;
  return {
    title: `let ${due - game.now} s pass for ${together[0]?.element ?? ''}`,
    inEngine: async () => world.clock.advance((due - game.now) * 1_000),
    inReference: () => reference.passTime(game, due),
  };
};

const variablesMove = (session: Session, how: number): Move => {
  const variables: Variables = { c0: how % 4, c1: (how >> 1) % 4, c2: (how >> 2) % 4 };
  return {
    title: `set variables ${json(variables)}`,
    inEngine: () =>
      call(session, 'SetVariables', { elementInstanceKey: session.rootKey, variables: json(variables), local: true }),
    inReference: () => reference.setVariables(session.game, variables),
  };
};

const restartMove = (session: Session): Move => ({
  title: 'stop the engine and start it again',
  inEngine: () => session.world.restart(),
  inReference: () => undefined,
});

export const cancelMove = (session: Session): Move => {
  const send = () => call(session, 'CancelProcessInstance', { processInstanceKey: session.rootKey });
  return { title: 'cancel', inEngine: send, inReference: () => reference.cancel(session.game), again: send };
};

export const moveFor = (session: Session, waiting: Wait, how: number): Move | null => {
  switch (waiting.kind) {
    case 'job':
      return jobMove(session, waiting, how);
    case 'task':
      return taskMove(session, waiting, how);
    case 'message':
      return messageMove(session, waiting.element, how);
    case 'signal':
      return signalMove(session, waiting, how);
    case 'timer':
      return clockMove(session);
    case 'incident':
      return incidentMove(session, waiting, how);
  }
};

/** A message for anybody who may ever wait for one. */
const anyMessageMove = (session: Session, how: number): Move | null => {
  const element = session.receivers[how % Math.max(1, session.receivers.length)];
  return element === undefined ? null : messageMove(session, element, how);
};

/** The move that a pick stands for; null when it stands for none now. */
export const pickMove = (session: Session, { which, how }: Pick): Move | null => {
  if (which === 9) return anyMessageMove(session, how);
  if (which === 10) return how === 0 ? cancelMove(session) : variablesMove(session, how);
  if (which === 11) return how < 3 ? restartMove(session) : clockMove(session);
  const waits = reference.openWaits(session.game);
  const waiting = waits[which % Math.max(1, waits.length)];
  return waiting === undefined ? null : moveFor(session, waiting, how);
};
