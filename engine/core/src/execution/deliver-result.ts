import type { ElementInstance } from '../state/element-instance.ts';
import { localVariables } from '../variables/read-variables.ts';
import { replyForInstance } from './reply-for-instance.ts';
import type { Run } from './behavior.ts';
import { emit, processInstanceOf } from './run.ts';

/** Answers the caller who waits for the end of the root instance with the variables of its scope. */
export function deliverResult(run: Run, root: ElementInstance): void {
  const { awaited } = run.tree;
  if (awaited === null) return;
  const variables = localVariables(root, awaited.fetchVariables);
  const reply = replyForInstance(processInstanceOf(run, root.processInstanceKey), variables);
  emit(run, { kind: 'resultDelivered', requestId: awaited.requestId });
  run.desk.settle({ requestId: awaited.requestId, outcome: { kind: 'reply', reply } });
}
