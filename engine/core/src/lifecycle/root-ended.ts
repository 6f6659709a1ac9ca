import type { ElementInstance } from '../state/element-instance.ts';
import { localVariables } from '../variables/read-variables.ts';
import { replyForInstance } from '../run/reply-for-instance.ts';
import type { Run } from '../run/behavior.ts';
import { emit, processInstanceOf } from '../run/run.ts';

/** Answers the caller who waits for the end of the root instance with the variables of its scope. */
export const deliverResult = (run: Run, root: ElementInstance): void => {
  const { awaited } = run.tree;
  if (awaited === null) return;
  const variables = localVariables(root, awaited.fetchVariables);
  const reply = replyForInstance(processInstanceOf(run, root.processInstanceKey), variables);
  emit(run, { kind: 'resultDelivered', requestId: awaited.requestId });
  run.desk.settle({ requestId: awaited.requestId, outcome: { kind: 'reply', reply } });
};

/** The root instance ended: the next buffered message with its correlation key may start another one. */
export const releaseStartLock = (run: Run): void => {
  const { startLock, rootKey } = run.tree;
  if (startLock !== null) run.desk.followUp({ kind: 'releaseStartLock', bucket: startLock, rootKey });
};
