import type { JobResult } from '../../command/job-command.ts';
import { adHocChoices, followAdHocResult, type Choice } from '../../elements/ad-hoc-sub-process.ts';
import type { Run } from '../../run/behavior.ts';
import { receiveResult } from '../../variables/receive-result.ts';
import { elementOf, emit, enqueue, graphOf } from '../../run/run.ts';
import { checkResult } from '../../jobs/check-result.ts';
import { listenerCompleted } from '../../listeners/run-listeners.ts';
import { taskListenerCompleted } from '../../listeners/task-listeners.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import type { Job } from '../../state/instance-tree.ts';
import { splitVariables, type VariableTexts } from '../../variables/split-variables.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob, answerable } from '../../handling/find-job.ts';

export const completeJob: Handler<'completeJob'> = (desk, { jobKey, variables, result }) => {
  const found = findJob(desk, jobKey, 'complete');
  checkPhase(found, 'complete', answerable);
  const { tree, job, element } = found;
  const texts = splitVariables(variables);
  checkResult(job, result);
  inTree(desk, tree, (run) => answered[job.kind](run, { job, element, texts, result }));
  return done;
};

interface Answer {
  readonly job: Job;
  readonly element: ElementInstance;
  readonly texts: VariableTexts;
  readonly result: JobResult | null;
}

const choicesOf = (run: Run, instance: ElementInstance, result: JobResult | null): readonly Choice[] => {
  const element = elementOf(run, instance);
  if (element.kind !== 'adHocSubProcess') return [];
  return adHocChoices(graphOf(run, instance.processInstanceKey), element, result?.activateElements ?? []);
};

/** What becomes of the answer of a worker. */
const answered: Readonly<Record<Job['kind'], (run: Run, answer: Answer) => void>> = {
  BPMN_ELEMENT: (run, { job, element, texts }) => {
    emit(run, { kind: 'jobCompleted', key: job.key });
    receiveResult(run, element, texts);
    enqueue(run, { do: 'complete', key: element.key });
  },
  EXECUTION_LISTENER: (run, { job, element, texts }) => {
    emit(run, { kind: 'jobCompleted', key: job.key });
    listenerCompleted(run, element, texts);
  },
  TASK_LISTENER: (run, { job, element, texts, result }) =>
    taskListenerCompleted(run, { job, element, result, hasVariables: texts.length > 0 }),
  AD_HOC_SUB_PROCESS: (run, { job, element, texts, result }) => {
    const choices = choicesOf(run, element, result);
    emit(run, { kind: 'jobCompleted', key: job.key });
    receiveResult(run, element, texts);
    followAdHocResult(run, element, { choices, result });
  },
};
