import type { Content, Handler } from '../model/block.ts';
import { endAt, follow } from './follow.ts';
import { type Frame, nowhere, type Variables } from './frame.ts';
import { close, countCompleted, enter, type Game, isEmpty, killInside, leave, move } from './game.ts';
import { listen } from './triggers.ts';
import { writeAllUpward } from './variables.ts';

/** Starts the content of a process or sub-process in its frame; `done` is told when nothing is left inside. */
export const startContent = (game: Game, scope: Frame, content: Content, done: () => void): void => {
  scope.settle = () => {
    if (isEmpty(scope)) done();
  };
  for (const handler of content.handlers) openHandler(game, scope, handler);
  move(game, scope, () => {
    countCompleted(game, `${content.id}_start`);
    follow(game, scope, content.path, endAt(game, scope, `${content.id}_end`)).go();
  });
};

const startOf = ({ id }: Handler): string => `${id}_start`;

const openHandler = (game: Game, scope: Frame, handler: Handler): void => {
  const { trigger, interrupting } = handler;
  const fire = (variables: Variables): void => {
    if (interrupting) interrupt(game, scope);
    startHandler(game, scope, handler, variables);
  };
  listen(game, scope, { element: startOf(handler), trigger, interrupting, fire });
  if (trigger.on === 'error' || trigger.on === 'escalation') {
    scope.inside.push({ id: handler.id, on: trigger.on, code: trigger.code, interrupting, fire });
  }
};

/** Boundary events of the scope stay: they stand outside. */
const interrupt = (game: Game, scope: Frame): void => {
  scope.interrupted = true;
  for (const waiting of scope.waits) if (waiting.element.startsWith('event')) close(waiting);
  killInside(game, scope);
};

const startHandler = (game: Game, scope: Frame, handler: Handler, variables: Variables): void => {
  const frame = enter(scope, handler.id, nowhere);
  frame.isHandler = true;
  frame.settle = () => {
    if (isEmpty(frame)) leave(game, frame);
  };
  move(game, frame, () => {
    countCompleted(game, startOf(handler));
    writeAllUpward(frame, variables);
    follow(game, frame, handler.path, endAt(game, frame, `${handler.id}_end`)).go();
  });
};
