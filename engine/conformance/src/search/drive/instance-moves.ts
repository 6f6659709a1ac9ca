import type { Variables } from '../reference/frame.ts';
import * as reference from '../reference/moves.ts';
import { resume, suspend } from '../reference/suspension.ts';
import { nextDue, passTime } from '../reference/time.ts';
import { call, json, type Move, post } from './move.ts';
import type { Session } from './session.ts';

/** Two things that come almost together have no order that could be told. */
const MARGIN = 15;

export const clockMove = (session: Session): Move | null => {
  const { game, world } = session;
  const due = nextDue(game);
  if (due === null) return null;
  const together = reference
    .openWaits(game)
    .filter((waiting) => waiting.due !== null && waiting.due > game.now && waiting.due < due + MARGIN);
  if (game.buffer.some(({ until }) => Math.abs(until - due) < MARGIN)) return null;
  if (new Set(together.map((waiting) => `${waiting.element} ${waiting.due}`)).size > 1) return null;
  return {
    action: 'let time pass',
    title: `let ${due - game.now} s pass for ${together[0]?.element ?? ''}`,
    inEngine: async () => world.clock.advance((due - game.now) * 1_000),
    inReference: () => passTime(game, due),
  };
};

export const variablesMove = (session: Session, how: number): Move => {
  const variables: Variables = { c0: how % 4, c1: (how >> 1) % 4, c2: (how >> 2) % 4 };
  return {
    action: 'set variables',
    title: `set variables ${json(variables)}`,
    inEngine: () =>
      call(session, 'SetVariables', { elementInstanceKey: session.rootKey, variables: json(variables), local: true }),
    inReference: () => reference.setVariables(session.game, variables),
  };
};

export const restartMove = (session: Session): Move => ({
  action: 'restart the engine',
  title: 'stop the engine and start it again',
  inEngine: () => session.world.restart(),
  inReference: () => undefined,
});

export const cancelMove = (session: Session): Move => {
  const send = () => call(session, 'CancelProcessInstance', { processInstanceKey: session.rootKey });
  return {
    action: 'cancel',
    title: 'cancel',
    inEngine: send,
    inReference: () => reference.cancel(session.game),
    again: send,
  };
};

const suspendMove = (session: Session): Move => {
  const send = () => post(session, `/process-instances/${session.rootKey}/suspension`);
  return {
    action: 'suspend',
    title: 'suspend',
    inEngine: send,
    inReference: () => suspend(session.game),
    again: send,
  };
};

const resumeMove = (session: Session): Move => {
  const send = () => post(session, `/process-instances/${session.rootKey}/resumption`);
  return {
    action: 'resume',
    title: 'resume',
    inEngine: send,
    inReference: () => resume(session.game),
    again: send,
  };
};

/** A suspended instance goes on, any other is suspended. */
export const restMove = (session: Session): Move =>
  session.game.isSuspended ? resumeMove(session) : suspendMove(session);
