import { extensionOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Expression, UserTaskDefinition } from '../../graph.ts';
import type { BpmnProblemCode } from '../../problem-codes.ts';
import { isDateTimeText } from '../events/timer-text.ts';
import { readExpression } from '../read-expression.ts';
import { readForm } from '../read-form.ts';
import { readHeaders } from '../read-headers.ts';
import { readTaskListeners } from '../read-listeners.ts';
import type { ElementReader, Reading } from '../reading.ts';
import { report } from '../reading.ts';
import { readActivity } from './activity.ts';

interface Literal {
  readonly code: BpmnProblemCode;
  readonly isValid: (text: string) => boolean;
}

const candidates: Literal = {
  code: 'BPMN_CANDIDATES_INVALID',
  isValid: (text) => text.split(',').every((name) => name.trim() !== ''),
};

const date: Literal = { code: 'BPMN_DATE_INVALID', isValid: isDateTimeText };

const priority: Literal = {
  code: 'BPMN_PRIORITY_INVALID',
  isValid: (text) => /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100,
};

/** An attribute whose literal has a shape; FEEL is only known when it runs. */
const readChecked = (
  reading: Reading,
  element: ModdleElement | null,
  property: string,
  literal: Literal,
): Expression | null => {
  const expression = element === null ? null : readExpression(reading, element, property);
  if (
    element !== null &&
    expression?.kind === 'literal' &&
    expression.text !== '' &&
    !literal.isValid(expression.text)
  ) {
    report(reading, literal.code, element, { property, found: expression.text });
  }
  return expression;
};

const readDefinition = (reading: Reading, element: ModdleElement): UserTaskDefinition => {
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  const isNative = extensionOf(element, 'zeebe:UserTask') !== null;
  const taskListeners = readTaskListeners(reading, element);
  if (!isNative && taskListeners.length > 0) report(reading, 'BPMN_TASK_LISTENER_NOT_NATIVE', element);
  return {
    implementation: isNative ? 'native' : 'job',
    assignee: assignment === null ? null : readExpression(reading, assignment, 'assignee'),
    candidateGroups: readChecked(reading, assignment, 'candidateGroups', candidates),
    candidateUsers: readChecked(reading, assignment, 'candidateUsers', candidates),
    dueDate: readChecked(reading, schedule, 'dueDate', date),
    followUpDate: readChecked(reading, schedule, 'followUpDate', date),
    priority: readChecked(reading, extensionOf(element, 'zeebe:PriorityDefinition'), 'priority', priority),
    ...readForm(reading, element),
    headers: readHeaders(reading, element),
    taskListeners,
  };
};

export const readUserTask: ElementReader<'userTask'> = (reading, node) => ({
  kind: 'userTask',
  ...readActivity(reading, node),
  userTask: readDefinition(reading, node.source),
});
