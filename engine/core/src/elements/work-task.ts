import type { CalledDecision, FeelScript, TaskWork, WorkTaskElement } from '@irisflow/bpmn';
import { jsonText } from '@irisflow/feel';
import { evaluateCalledDecision } from '../decisions/evaluate-called-decision.ts';
import { contextOf, evaluateExpression } from '../expression/evaluate-expression.ts';
import { receiveResult } from '../variables/receive-result.ts';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import type { Effect, EffectOf } from '../run/effect.ts';
import { enqueue } from '../run/run.ts';
import { draftJob } from '../jobs/create-job.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** Service, send, script and business rule tasks: a worker does the work, or the engine itself evaluates it. */
export const workTaskBehavior: ElementBehavior<WorkTaskElement> = {
  activate: (run, { work }, instance) => doWork(run, work, instance),
};

const doWork = (run: Run, work: TaskWork, instance: ElementInstance): Effect => {
  switch (work.kind) {
    case 'job':
      return { do: 'offerJob', job: draftJob(run, work.job, instance) };
    case 'script':
      return runScript(run, work.script, instance);
    case 'decision':
      return callDecision(run, work.decision, instance);
  }
  return work satisfies never;
};

const runScript = (run: Run, script: FeelScript, instance: ElementInstance): Effect => {
  const { value } = evaluateExpression(script.expression, contextOf(run, instance.key));
  return { do: 'takeResult', variable: script.resultVariable, value: jsonText(value) };
};

const callDecision = (run: Run, decision: CalledDecision, instance: ElementInstance): Effect => {
  const value = evaluateCalledDecision(run, decision, instance);
  return { do: 'takeResult', variable: decision.resultVariable, value };
};

/** What the engine evaluated itself is received like the answer of a worker. */
export const takeResult = (run: Run, instance: ElementInstance, { variable, value }: EffectOf<'takeResult'>): void => {
  receiveResult(run, instance, [[variable, value]]);
  enqueue(run, { do: 'complete', key: instance.key });
};
