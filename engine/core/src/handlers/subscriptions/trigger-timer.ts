import { CommandRefused } from '../../desk/failure.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';
import { fireTimer } from '../../handling/fire-subscription.ts';

export const triggerTimer: Handler<'triggerTimer'> = (desk, { timerKey }) => {
  const tree = treeOf(desk, 'subscription', timerKey);
  const timer = tree?.subscriptions.get(timerKey);
  if (tree === undefined || timer?.kind !== 'timer') {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to trigger timer with key '${timerKey}', but no such timer was found`,
    );
  }
  if (timer.dueAt > desk.now) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to trigger timer with key '${timerKey}', but it is due only in ${timer.dueAt - desk.now} ms`,
    );
  }
  inTree(desk, tree, (run) => fireTimer(run, timer));
  return done;
};
