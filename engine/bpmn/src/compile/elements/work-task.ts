import { extensionOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { CalledDecision, FeelScript, TaskWork } from '../../graph.ts';
import type { BpmnProblemCode } from '../../problem-codes.ts';
import { readBinding } from '../read-binding.ts';
import { absent, readFeel, requireExpression } from '../read-expression.ts';
import { readJob, requireJob } from '../read-job.ts';
import { readVariableName } from '../read-mappings.ts';
import type { ElementReader, Reading } from '../reading.ts';
import { report } from '../reading.ts';
import { readActivity } from './activity.ts';

const requireVariable = (reading: Reading, element: ModdleElement): string => {
  const name = readVariableName(reading, element, 'resultVariable');
  if (name === null) report(reading, 'BPMN_RESULT_VARIABLE_MISSING', element);
  return name ?? '';
};

const readDecision = (reading: Reading, called: ModdleElement): CalledDecision => ({
  decisionId: requireExpression(reading, called, 'decisionId', 'BPMN_DECISION_ID_MISSING'),
  binding: readBinding(reading, called),
  resultVariable: requireVariable(reading, called),
});

const readScript = (reading: Reading, script: ModdleElement): FeelScript => {
  const expression = readFeel(reading, script, 'expression');
  if (expression === null) report(reading, 'BPMN_SCRIPT_MISSING', script);
  return { expression: expression ?? absent, resultVariable: requireVariable(reading, script) };
};

interface OwnWork {
  readonly extension: string;
  /** Reported unless there is either a worker or the engine's own way to do the work, but not both. */
  readonly code: BpmnProblemCode;
  readonly read: (reading: Reading, extension: ModdleElement) => TaskWork;
}

const readEitherWork = (reading: Reading, element: ModdleElement, own: OwnWork): TaskWork => {
  const extension = extensionOf(element, own.extension);
  const job = readJob(reading, element);
  if ((extension === null) === (job === null)) report(reading, own.code, element);
  if (extension !== null) return own.read(reading, extension);
  return { kind: 'job', job: job ?? { type: absent, retries: absent, headers: {} } };
};

export const readServiceTask: ElementReader<'serviceTask'> = (reading, node) => ({
  kind: 'serviceTask',
  ...readActivity(reading, node),
  work: { kind: 'job', job: requireJob(reading, node.source) },
});

export const readSendTask: ElementReader<'sendTask'> = (reading, node) => ({
  ...readServiceTask(reading, node),
  kind: 'sendTask',
});

export const readScriptTask: ElementReader<'scriptTask'> = (reading, node) => ({
  kind: 'scriptTask',
  ...readActivity(reading, node),
  work: readEitherWork(reading, node.source, {
    extension: 'zeebe:Script',
    code: 'BPMN_SCRIPT_WORK',
    read: (reading, script) => ({ kind: 'script', script: readScript(reading, script) }),
  }),
});

export const readBusinessRuleTask: ElementReader<'businessRuleTask'> = (reading, node) => ({
  kind: 'businessRuleTask',
  ...readActivity(reading, node),
  work: readEitherWork(reading, node.source, {
    extension: 'zeebe:CalledDecision',
    code: 'BPMN_BUSINESS_RULE_WORK',
    read: (reading, called) => ({ kind: 'decision', decision: readDecision(reading, called) }),
  }),
});
