import { elementAt, expressionText } from '../graph-access.ts';
import type { Rule } from './rule.ts';

/** A boundary event is entered by what happens, and leads somewhere. */
const boundaryFlows: Rule = ({ process, report }) => {
  for (const element of process.elements) {
    if (element.kind !== 'boundaryEvent') continue;
    if (element.incoming.length > 0) report('BPMN_BOUNDARY_INCOMING', element.id);
    if (element.outgoing.length === 0 && element.event.kind !== 'compensation') {
      report('BPMN_BOUNDARY_NO_OUTGOING', element.id);
    }
  }
};

/** One message cannot both be received and interrupt the receiving. */
const receiveTaskMessages: Rule = ({ process, report }) => {
  for (const task of process.elements) {
    if (task.kind !== 'receiveTask') continue;
    const name = expressionText(task.message.name);
    for (const index of task.boundaryEvents) {
      const boundary = elementAt(process, index);
      if (boundary.kind !== 'boundaryEvent' || boundary.event.kind !== 'message') continue;
      if (expressionText(boundary.event.message.name) !== name) continue;
      report('BPMN_RECEIVE_TASK_SAME_MESSAGE', boundary.id, { task: task.id, name });
    }
  }
};

export const boundaryRules: readonly Rule[] = [boundaryFlows, receiveTaskMessages];
