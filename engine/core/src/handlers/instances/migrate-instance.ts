import { CommandRefused } from '../../desk/failure.ts';
import { planMigration } from '../../modification/plan-migration.ts';
import { runMigration } from '../../modification/run-migration.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';

/** Moves a running instance onto another definition; everything is checked before anything is done. */
export const migrateInstance: Handler<'migrateInstance'> = (desk, command) => {
  const { processInstanceKey, targetDefinitionKey } = command;
  const tree = treeOf(desk, 'elementInstance', processInstanceKey);
  const instance = tree?.instances.get(processInstanceKey);
  if (tree === undefined || instance === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to migrate process instance but no process instance found with key '${processInstanceKey}'`,
    );
  }
  const target = desk.state.definitions.processes.byKey.get(targetDefinitionKey);
  if (target === undefined || target.tenantId !== tree.tenantId) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to migrate process instance to process definition but no process definition found with key '${targetDefinitionKey}'`,
    );
  }
  const plan = planMigration(desk, { tree, instance, target, command });
  inTree(desk, tree, (run) => runMigration(run, plan));
  return done;
};
