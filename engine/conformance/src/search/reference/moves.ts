import { flagOf } from '../model/block.ts';
import type { Variables, Wait } from './frame.ts';
import { type Buffered, close, framesOf, type Game, kill, run, wait } from './game.ts';
import { findCatcher } from './throwing.ts';
import { visibleFrom, writeLocally } from './variables.ts';

/** Everything that the instance waits for, oldest first. */
export const openWaits = (game: Game): readonly Wait[] =>
  game.outcome === 'ACTIVE'
    ? framesOf(game.root)
        .flatMap(({ waits }) => [...waits])
        .sort((one, other) => one.order - other.order)
    : [];

export const isOpen = (waiting: Wait): boolean => waiting.owner.waits.has(waiting);

/** The oldest message in time that somebody waits for now. */
const deliverable = (game: Game): { readonly waiting: Wait; readonly at: number } | undefined => {
  for (const waiting of openWaits(game)) {
    const isFor = (message: Buffered): boolean => message.element === waiting.element && message.until > game.now;
    const at = waiting.kind === 'message' ? game.buffer.findIndex(isFor) : -1;
    if (at >= 0) return { waiting, at };
  }
  return undefined;
};

/** Plays until nothing moves, every signal is heard and no message finds a receiver. */
export const rest = (game: Game): void => {
  for (;;) {
    run(game);
    const signal = game.signals.shift();
    const delivery = signal === undefined ? deliverable(game) : undefined;
    if (signal !== undefined) reach(game, signal.element, (waiting) => waiting.order <= signal.waits);
    else if (delivery === undefined) return;
    else delivery.waiting.fire(game.buffer.splice(delivery.at, 1)[0]?.variables ?? {});
  }
};

/** Everybody who waits for the signal hears it, one after the other. */
const reach = (game: Game, element: string, hears: (waiting: Wait) => boolean, variables: Variables = {}): void => {
  const reached = openWaits(game).filter((waiting) => waiting.kind === 'signal' && waiting.element === element);
  for (const waiting of reached.filter(hears)) {
    if (!isOpen(waiting)) continue;
    waiting.fire(variables);
    run(game);
  }
};

/** A message is taken by the one that has waited longest, or kept for the first that will wait in time. */
export const publish = (game: Game, message: Buffered): void => {
  const taker = openWaits(game).find(({ kind, element }) => kind === 'message' && element === message.element);
  if (taker === undefined || game.isSuspended) game.buffer.push(message);
  else fire(game, taker, message.variables);
};

/** A job or user task is done, an event happens, an incident is tried again. */
export const fire = (game: Game, waiting: Wait, variables: Variables = {}): void => {
  waiting.fire(variables);
  rest(game);
};

/** A signal from outside. */
export const broadcast = (game: Game, element: string, variables: Variables): void => {
  if (game.isSuspended) return;
  reach(game, element, () => true, variables);
  rest(game);
};

/**
 * The condition of an element holds for a moment: all who wait for it go on together, and so do those who only come to wait for it
 * in that moment. In an instance that ends by that the condition stays met: nobody can change its variables any more.
 */
export const meet = (game: Game, element: string): void => {
  const met = new Set<Wait>();
  const waiting = (): readonly Wait[] =>
    openWaits(game).filter((one) => one.kind === 'condition' && one.element === element && !met.has(one));
  writeLocally(game.root, { [flagOf(element)]: 0 });
  for (let reached = waiting(); reached.length > 0; reached = waiting()) {
    for (const one of reached.filter(isOpen)) one.fire({});
    for (const one of reached) met.add(one);
    rest(game);
  }
  if (game.outcome !== 'ACTIVE') writeLocally(game.root, { [flagOf(element)]: 1 });
};

const raise = (game: Game, job: Wait, type: string): void => {
  const incident = wait(game, job.owner, {
    kind: 'incident',
    element: job.element,
    detail: type,
    job,
    fire: () => {
      close(incident);
      job.detail = 'activatable';
    },
  });
};

/** The variables that a worker gets with the job. */
export const visibleTo = ({ owner }: Wait): Variables => visibleFrom(owner);

export const activateJob = (game: Game, job: Wait, lease: number): void => {
  job.detail = 'activated';
  job.due = game.now + lease;
};

export const failJob = (
  game: Game,
  job: Wait,
  told: { retries: number; backOff: number; variables: Variables },
): void => {
  writeLocally(job.owner, told.variables);
  const isBackingOff = told.retries > 0 && told.backOff > 0;
  job.due = isBackingOff ? game.now + told.backOff : null;
  if (told.retries > 0) job.detail = isBackingOff ? 'backingOff' : 'activatable';
  else {
    job.detail = 'failed';
    raise(game, job, 'JOB_NO_RETRIES');
  }
};

export const throwError = (game: Game, job: Wait, code: string, variables: Variables): void => {
  const catcher = findCatcher(job.owner, 'error', code);
  if (catcher === undefined) {
    job.detail = 'errorThrown';
    job.due = null;
    raise(game, job, 'UNHANDLED_ERROR_EVENT');
    return;
  }
  catcher.fire(variables);
  rest(game);
};

export const setVariables = (game: Game, variables: Variables): void => writeLocally(game.root, variables);

export const cancel = (game: Game): void => {
  kill(game, game.root);
  game.queue.length = 0;
  game.isSuspended = false;
  game.outcome = 'TERMINATED';
};
