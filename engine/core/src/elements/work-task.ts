import type { CalledDecision, FeelScript, TaskWork, WorkTaskElement } from '@irisflow/bpmn';
import { jsonText } from '@irisflow/feel';
import { evaluateCalledDecision } from '../decisions/evaluate-called-decision.ts';
import { contextOf, evaluateExpression } from '../expression/evaluate-expression.ts';
import { receiveResult } from '../execution/receive-result.ts';
import type { Effect, ElementBehavior, Run } from '../execution/behavior.ts';
import { enqueue } from '../execution/run.ts';
import { createJob, draftJob } from '../jobs/create-job.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** Service, send, script and business rule tasks: a worker does the work, or the engine itself evaluates it. */
export const workTaskBehavior: ElementBehavior<WorkTaskElement> = {
  activate: (run, { work }, instance) => doWork(run, work, instance),
};

function doWork(run: Run, work: TaskWork, instance: ElementInstance): Effect {
  switch (work.kind) {
    case 'job': {
      const draft = draftJob(run, work.job, instance);
      return () => createJob(run, instance, draft);
    }
    case 'script':
      return runScript(run, work.script, instance);
    case 'decision':
      return callDecision(run, work.decision, instance);
  }
  return work satisfies never;
}

function runScript(run: Run, script: FeelScript, instance: ElementInstance): Effect {
  const { value } = evaluateExpression(script.expression, contextOf(run, instance.key));
  return () => finishWith(run, instance, script.resultVariable, jsonText(value));
}

function callDecision(run: Run, decision: CalledDecision, instance: ElementInstance): Effect {
  const output = evaluateCalledDecision(run, decision, instance);
  return () => finishWith(run, instance, decision.resultVariable, output);
}

function finishWith(run: Run, instance: ElementInstance, resultVariable: string, value: string): void {
  receiveResult(run, instance, [[resultVariable, value]]);
  enqueue(run, { do: 'complete', key: instance.key });
}
