import type { Activity, Guard, Work } from '../model/block.ts';
import { playAdHoc } from './ad-hoc.ts';
import { recordUndoing } from './compensation.ts';
import { startContent } from './content.ts';
import { endAt, follow, mergeAt } from './follow.ts';
import { createFrame, type Frame, type Next, nowhere, type Variables } from './frame.ts';
import { enter, type Game, kill, leave, countCompleted, move, wait } from './game.ts';
import { reachesAlong } from './reach.ts';
import { repeat } from './repeat.ts';
import { listen } from './triggers.ts';
import { lookUp, visibleFrom, writeAllUpward, writeLocally, writeUpward } from './variables.ts';
import { openJob } from './work.ts';

/** An activity with its boundary events, once or for every item. */
export const startActivity = (game: Game, scope: Frame, activity: Activity, next: Next): void => {
  const { id, guards } = activity;
  const after = guards.some(({ rejoins }) => rejoins) ? mergeAt(game, scope, `${id}_merge`, next) : next;
  const frame = enter(scope, id, { go: after.go, reaches: reachesAlong([activity], next) });
  for (const guard of guards) openGuard(game, frame, guard, after);
  const finish = (): void => {
    recordUndoing(frame, activity);
    leave(game, frame);
  };
  if (activity.repeat !== null) {
    const begin = (item: Frame, done: () => void): void => startWork(game, item, activity, { to: item, done });
    repeat(game, frame, { id, ...activity.repeat, begin, finish });
    return;
  }
  startWork(game, frame, activity, { to: scope, done: finish });
};

const openGuard = (game: Game, owner: Frame, guard: Guard, after: Next): void => {
  const { id, trigger, interrupting, path, rejoins } = guard;
  const { parent: scope } = owner;
  if (scope === null) return;
  const fire = (variables: Variables): void => {
    if (interrupting) kill(game, owner);
    move(game, scope, () => {
      countCompleted(game, id);
      if (trigger.on !== 'error') writeAllUpward(scope, variables);
      follow(game, scope, path, rejoins ? after : endAt(game, scope, `${id}_end`)).go();
    });
  };
  listen(game, owner, { element: id, trigger, interrupting, fire });
  if (trigger.on === 'error' || trigger.on === 'escalation') {
    owner.boundary.push({ id, on: trigger.on, code: trigger.code, interrupting, fire });
  }
};

interface Ending {
  /** Where output mappings write to. */
  readonly to: Frame;
  readonly done: () => void;
}

const startWork = (game: Game, frame: Frame, activity: Activity, { to, done }: Ending): void => {
  const { shields, yields, work } = activity;
  if (shields !== null) frame.variables.set(shields, lookUp(frame, shields));
  const finish = (result: Variables): void => {
    if (yields === null) writeAllUpward(frame, result);
    else {
      writeLocally(frame, result);
      writeUpward(to, yields, lookUp(frame, 'r'));
    }
    done();
  };
  doWork(game, frame, work, finish);
};

const doWork = (game: Game, frame: Frame, work: Work, finish: (result: Variables) => void): void => {
  switch (work.kind) {
    case 'job':
      openJob(game, frame, finish);
      break;
    case 'user':
      wait(game, frame, { kind: 'task', element: frame.id, fire: finish });
      break;
    case 'receive':
      wait(game, frame, { kind: 'message', element: frame.id, fire: finish });
      break;
    case 'adHoc':
      playAdHoc(game, frame, work, () => finish({}));
      break;
    case 'sub':
      startContent(game, frame, work.content, () => finish({}));
      break;
    case 'call': {
      const called = createFrame(work.content.id, frame, nowhere, true);
      frame.children.add(called);
      writeLocally(called, visibleFrom(frame));
      startContent(game, called, work.content, () => {
        called.life = 'ended';
        frame.children.delete(called);
        finish(Object.fromEntries(called.variables));
      });
    }
  }
};
