import type { JobKind } from '@irisflow/protocol';
import type { JobResult } from '../command/job-command.ts';
import { CommandRefused } from '../desk/failure.ts';
import type { Job } from '../state/instance-tree.ts';

type Field = keyof JobResult;

/** What a worker may answer besides variables. */
const allowed: Readonly<Record<JobKind, readonly Field[]>> = {
  BPMN_ELEMENT: [],
  EXECUTION_LISTENER: [],
  TASK_LISTENER: ['denied', 'deniedReason', 'corrections'],
  AD_HOC_SUB_PROCESS: ['activateElements', 'isCompletionConditionFulfilled', 'isCancelRemainingInstances'],
};

/** Refuses an answer that the job cannot have: ignoring it would let the worker believe that it had an effect. */
export const checkResult = (job: Job, result: JobResult | null): void => {
  if (result === null) return;
  const said = (Object.keys(result) as Field[]).filter((field) => !isEmpty(result[field]));
  const misplaced = said.find((field) => !allowed[job.kind].includes(field));
  if (misplaced === undefined) return;
  throw new CommandRefused(
    'INVALID_ARGUMENT',
    `Expected to complete job with key '${job.key}', but the result has '${misplaced}', which a job of kind '${job.kind}' cannot have`,
  );
};

const isEmpty = (value: JobResult[Field]): boolean =>
  typeof value === 'object' ? Object.keys(value).length === 0 : value === false || value === '';
