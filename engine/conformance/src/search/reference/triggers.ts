import { pauseOf, ROUNDS, type Trigger } from '../model/block.ts';
import type { Frame, Variables, Wait } from './frame.ts';
import { close, type Game, wait } from './game.ts';

interface Listener {
  readonly element: string;
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly fire: (variables: Variables) => void;
}

/** Listens on behalf of a frame to what comes from outside; thrown codes are looked for when they are thrown. */
export const listen = (game: Game, owner: Frame, { element, trigger, interrupting, fire }: Listener): void => {
  if (trigger.on === 'error' || trigger.on === 'escalation') return;
  if (trigger.on === 'timer') {
    const rounds = interrupting ? 1 : ROUNDS;
    schedule(game, owner, { element, fire, rounds, due: game.now + pauseOf(element) });
    return;
  }
  const waiting = wait(game, owner, {
    kind: trigger.on,
    element,
    fire: (variables) => {
      if (interrupting) close(waiting);
      fire(variables);
    },
  });
};

interface Cycle extends Pick<Listener, 'element' | 'fire'> {
  readonly rounds: number;
  readonly due: number;
}

/** Rounds that were missed are not made up for. */
const nextRound = (game: Game, due: number, pause: number): number =>
  due + pause > game.now ? due + pause : game.now + pause;

const schedule = (game: Game, owner: Frame, cycle: Cycle): void => {
  const { element, fire, rounds, due } = cycle;
  const waiting: Wait = wait(game, owner, {
    kind: 'timer',
    element,
    due,
    fire: (variables) => {
      close(waiting);
      if (rounds > 1)
        schedule(game, owner, { ...cycle, rounds: rounds - 1, due: nextRound(game, due, pauseOf(element)) });
      fire(variables);
    },
  });
};
