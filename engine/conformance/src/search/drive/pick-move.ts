import type { Pick } from '../model/arbitrary.ts';
import type { Wait } from '../reference/frame.ts';
import * as reference from '../reference/moves.ts';
import { conditionMove, incidentMove, messageMove, signalMove, taskMove } from './event-moves.ts';
import { cancelMove, clockMove, restartMove, restMove, variablesMove } from './instance-moves.ts';
import { activateNothing, jobMove } from './job-moves.ts';
import { type Move, refused } from './move.ts';
import type { Session } from './session.ts';

const openMove = (session: Session, waiting: Wait, how: number): Move | null => {
  switch (waiting.kind) {
    case 'job':
      return jobMove(session, waiting, how);
    case 'task':
      return taskMove(session, waiting, how);
    case 'message':
      return messageMove(session, waiting.element, how);
    case 'signal':
      return signalMove(session, waiting, how);
    case 'condition':
      return conditionMove(session, waiting);
    case 'timer':
      return clockMove(session);
    case 'incident':
      return incidentMove(session, waiting, how);
  }
};

/** Nobody can move a suspended instance; the world around it goes on. */
const suspendedMove = (session: Session, waiting: Wait, how: number): Move | null => {
  const { kind } = waiting;
  // Variables may be set meanwhile; what they cause waits.
  if (kind === 'condition') return null;
  if (kind === 'job' && how % 8 === 2) return activateNothing(session, waiting);
  const move = openMove(session, waiting, how);
  if (move === null || kind === 'message' || kind === 'signal' || kind === 'timer') return move;
  return {
    action: `${move.action}, but it is suspended`,
    title: `${move.title}, but it is suspended`,
    inEngine: () => refused(session, move.again ?? move.inEngine),
    inReference: () => undefined,
  };
};

export const moveFor = (session: Session, waiting: Wait, how: number): Move | null =>
  session.game.isSuspended ? suspendedMove(session, waiting, how) : openMove(session, waiting, how);

/** A message for anybody who may ever wait for one. */
const anyMessageMove = (session: Session, how: number): Move | null => {
  const element = session.receivers[how % Math.max(1, session.receivers.length)];
  return element === undefined ? null : messageMove(session, element, how);
};

/** The move that a pick stands for; null when it stands for none now. */
export const pickMove = (session: Session, { which, how }: Pick): Move | null => {
  if (which === 9) return anyMessageMove(session, how);
  if (which === 10) return how === 0 ? cancelMove(session) : variablesMove(session, how);
  if (which === 11) return clockMove(session);
  if (which === 12) return how < 20 ? restartMove(session) : restMove(session);
  const waits = reference.openWaits(session.game);
  const waiting = waits[which % Math.max(1, waits.length)];
  return waiting === undefined ? null : moveFor(session, waiting, how);
};
