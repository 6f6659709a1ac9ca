import { flagOf } from '../model/block.ts';
import type { Variables, Wait } from '../reference/frame.ts';
import * as reference from '../reference/moves.ts';
import { writeAllUpward, writeLocally } from '../reference/variables.ts';
import { call, json, type Move, orEnded, post, resultOf } from './move.ts';
import { counterpart, type Session } from './session.ts';

export const taskMove = (session: Session, task: Wait, how: number): Move => {
  const { key } = counterpart(session, task);
  const variables = resultOf(how);
  const send = () => post(session, `/user-tasks/${key}/completion`, { variables });
  return {
    action: 'complete a user task',
    title: `complete ${task.element} ${json(variables)}`,
    inEngine: send,
    inReference: () => reference.fire(session.game, task, variables),
    again: send,
  };
};

/** The one that has waited longest gets a message; one that nobody waits for is kept for a while, or lost. */
export const messageMove = (session: Session, element: string, how: number): Move => {
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
    action: 'publish a message',
    title: `publish ${element} ${json(variables)} for ${seconds} s`,
    inEngine: send,
    inReference: () => reference.publish(game, { element, variables, until: game.now + seconds }),
    ...(seconds === 0 ? {} : { again: send }),
  };
};

export const signalMove = (session: Session, { element }: Wait, how: number): Move => {
  const variables = resultOf(how);
  return {
    action: 'broadcast a signal',
    title: `broadcast ${element} ${json(variables)}`,
    inEngine: () =>
      call(session, 'BroadcastSignal', { signalName: `${session.stamp}_${element}`, variables: json(variables) }),
    inReference: () => reference.broadcast(session.game, element, variables),
  };
};

/** A variable of the instance is 1 for a moment: long enough for whoever waits for that, too short for who comes later. */
export const conditionMove = (session: Session, { element }: Wait): Move => {
  const flag = flagOf(element);
  const set = (value: number) =>
    call(session, 'SetVariables', {
      elementInstanceKey: session.rootKey,
      variables: json({ [flag]: value }),
      local: true,
    });
  return {
    action: 'meet a condition',
    title: `meet the condition of ${element}`,
    inEngine: async () => {
      await set(1);
      await orEnded(set(0));
    },
    inReference: () => reference.meet(session.game, element),
  };
};

/** What the variables must be for a way on; odd ways leave them as they are. */
const repairOf = (how: number): Variables => (how % 3 === 0 ? {} : { c0: 1, c1: 1, c2: 1 });

export const incidentMove = (session: Session, incident: Wait, how: number): Move => {
  const { key, job, scope } = counterpart(session, incident);
  const variables = repairOf(how);
  const isLocal = how % 2 === 0;
  const resolve = () => call(session, 'ResolveIncident', { incidentKey: key });
  return {
    action: 'resolve an incident',
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
