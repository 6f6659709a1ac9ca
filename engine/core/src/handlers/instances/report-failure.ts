import { CommandRefused } from '../../desk/failure.ts';
import { raiseIncident } from '../../run/incident.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { activeTree, inTree } from '../../handling/in-tree.ts';

export const reportFailure: Handler<'reportFailure'> = (desk, { rootKey, message }) => {
  const tree = activeTree(desk, rootKey);
  const root = tree?.elements.get(rootKey);
  if (tree === undefined || root === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to report a failure of instance '${rootKey}', but it is not active`,
    );
  }
  inTree(desk, tree, (run) => raiseIncident(run, root, { type: 'INTERNAL', message, jobKey: null }));
  return done;
};
