import type { EventKind } from '../../graph.ts';

/** Where an event stands; the same definition means different things in different places. */
export type EventRole =
  | 'processStart'
  | 'subProcessStart'
  | 'eventSubProcessStart'
  | 'catch'
  | 'throw'
  | 'end'
  | 'boundary';

/** What may happen where. */
export const allowedEvents: Readonly<Record<EventRole, readonly EventKind[]>> = {
  processStart: ['none', 'message', 'timer', 'signal', 'conditional'],
  subProcessStart: ['none'],
  eventSubProcessStart: ['message', 'timer', 'error', 'signal', 'escalation', 'conditional'],
  catch: ['message', 'timer', 'signal', 'link', 'conditional'],
  throw: ['none', 'message', 'signal', 'escalation', 'link', 'compensation'],
  end: ['none', 'message', 'error', 'terminate', 'signal', 'escalation', 'compensation'],
  boundary: ['timer', 'message', 'signal', 'escalation', 'error', 'compensation', 'conditional'],
};

/** Events that are thrown, rather than waited for. */
export const isThrown = (role: EventRole): boolean => role === 'throw' || role === 'end';
