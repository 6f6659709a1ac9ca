import { createProcessElement } from '../../run/create-element.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { replyForInstance } from '../../run/reply-for-instance.ts';
import { emit, enqueue } from '../../run/run.ts';
import type { Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { beginInstance } from '../../handling/begin-instance.ts';

/** A start event was triggered by a message, signal, timer or condition. */
export const startInstance: Handler<'startInstance'> = (desk, command) => {
  const definition = desk.state.definitions.processes.byKey.get(command.definitionKey);
  if (definition === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to start process '${command.definitionKey}', but it is not deployed`,
    );
  }
  const { tree, instance } = beginInstance(desk, definition, {
    key: command.processInstanceKey,
    awaited: null,
    startLock: command.startLock,
    tags: [],
    businessId: null,
  });
  inTree(desk, tree, (run) => {
    const root = createProcessElement(run, instance.key, definition.id);
    const trigger = { catchElement: command.startEvent, variables: command.variables };
    emit(run, { kind: 'triggerStored', key: root.key, trigger, interrupting: false });
    enqueue(run, { do: 'activate', key: root.key });
  });
  return { kind: 'reply', reply: replyForInstance(instance, null) };
};
