import { type Block, pauseOf } from '../model/block.ts';
import { startActivity } from './activity.ts';
import { recordUndoing } from './compensation.ts';
import { follow } from './follow.ts';
import { type Frame, type Next, nowhere } from './frame.ts';
import { countCompleted, enter, type Game, isEmpty, killInside, leave, move, wait } from './game.ts';
import { race, split } from './gateways.ts';
import { reachesAlong } from './reach.ts';
import { throwFrom } from './throwing.ts';
import { lookUp, writeAllUpward, writeLocally, writeUpward } from './variables.ts';
import { offerJob } from './work.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

const writeScript = (scope: Frame, { id, reads }: Of<'script'>): void => {
  const value = lookUp(scope, reads);
  writeUpward(scope, `set_${id}`, typeof value === 'number' ? value + 1 : null);
};

const waitFor = (game: Game, scope: Frame, { id, on }: Of<'catch'>, next: Next): void => {
  const frame = enter(scope, id, next);
  wait(game, frame, {
    kind: on,
    element: id,
    due: on === 'timer' ? game.now + pauseOf(id) : null,
    fire: (variables) => {
      writeAllUpward(frame, variables);
      leave(game, frame);
    },
  });
};

/** The counter lives in the sub-process around the loop. */
const loop = (game: Game, scope: Frame, { id, times, body }: Of<'loop'>, next: Next): void => {
  const frame = enter(scope, id, next);
  const count = `count_${id}`;
  writeLocally(frame, { [count]: 0 });
  frame.settle = () => {
    if (!isEmpty(frame)) return;
    recordUndoing(frame, { id, undoable: false });
    leave(game, frame);
  };
  const turn = (): void => {
    countCompleted(game, `${id}_again`);
    // As the diagram shows it, there is always another round.
    offerJob(game, frame, `${id}_turn`, follow(game, frame, body, { go: again, reaches: reachesAlong(body, nowhere) }));
  };
  const again = (): void =>
    move(game, frame, () => {
      const done = Number(lookUp(frame, count)) + 1;
      writeUpward(frame, count, done);
      countCompleted(game, `${id}_count`);
      countCompleted(game, `${id}_more`);
      if (done < times) turn();
      else countCompleted(game, `${id}_end`);
    });
  move(game, frame, () => {
    countCompleted(game, `${id}_start`);
    turn();
  });
};

const throwOnTheWay = (game: Game, scope: Frame, { id, what }: Of<'throw'>, next: Next): void => {
  offerJob(game, scope, `${id}_go`, {
    go: () => throwFrom(game, enter(scope, id, next), what),
    reaches: next.reaches,
  });
};

const finish = (game: Game, scope: Frame, { id, how }: Of<'finish'>): void => {
  const end = (): void => {
    const frame = enter(scope, id, nowhere);
    if (how.event === 'terminate') killInside(game, scope, frame);
    if (how.event === 'none' || how.event === 'terminate') leave(game, frame);
    else throwFrom(game, frame, how);
  };
  offerJob(game, scope, `${id}_go`, { go: end, reaches: () => false });
};

type Player<Kind extends Block['kind']> = (game: Game, scope: Frame, block: Of<Kind>, next: Next) => void;

const players: { readonly [Kind in Block['kind']]: Player<Kind> } = {
  activity: startActivity,
  pass: (game, _scope, { id }, next) => {
    countCompleted(game, id);
    next.go();
  },
  script: (game, scope, block, next) => {
    writeScript(scope, block);
    countCompleted(game, block.id);
    next.go();
  },
  catch: waitFor,
  link: (game, _scope, { id }, next) => {
    countCompleted(game, id);
    countCompleted(game, `${id}_target`);
    next.go();
  },
  and: split,
  xor: split,
  or: split,
  race,
  loop,
  throw: throwOnTheWay,
  finish,
};

/** The rules of BPMN, block by block. */
export const playBlock = (game: Game, scope: Frame, block: Block, next: Next): void => {
  const player = players[block.kind] as Player<Block['kind']>;
  player(game, scope, block, next);
};
