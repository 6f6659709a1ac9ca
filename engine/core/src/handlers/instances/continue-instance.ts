import type { Outcome } from '../../command/reply.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { activeTree, continueTree } from '../../handling/in-tree.ts';

export const continueInstance: Handler<'continueInstance'> = (desk, { rootKey }): Outcome => {
  const tree = activeTree(desk, rootKey);
  if (tree !== undefined) continueTree(desk, tree);
  return done;
};
