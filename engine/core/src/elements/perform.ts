import type { Run } from '../run/behavior.ts';
import type { Effect, EffectOf } from '../run/effect.ts';
import { completeThrough } from '../lifecycle/execute-element.ts';
import { enqueue } from '../run/run.ts';
import { createJob } from '../jobs/create-job.ts';
import { startLoop } from '../loops/multi-instance.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { performCompensation } from '../throwing/throw-compensation.ts';
import { performError } from '../throwing/throw-error.ts';
import { performEscalation } from '../throwing/throw-escalation.ts';
import { performLink } from '../throwing/throw-link.ts';
import { performSignal } from '../throwing/throw-signal.ts';
import { performTerminate } from '../throwing/throw-terminate.ts';
import { startAdHoc, startInner } from './ad-hoc-sub-process.ts';
import { callProcess } from './call-activity.ts';
import { startScope } from './start-scope.ts';
import { openUserTask } from './user-task.ts';
import { takeResult } from './work-task.ts';

/** One performer per kind of effect: leaving one out does not compile. */
type Performers = {
  readonly [Do in Effect['do']]: (run: Run, instance: ElementInstance, effect: EffectOf<Do>) => void;
};

const performers: Performers = {
  wait: () => undefined,
  complete: (run, { key }) => enqueue(run, { do: 'complete', key }),
  leave: (run, instance, { flows }) => completeThrough(run, instance, flows),
  offerJob: (run, instance, { job }) => createJob(run, instance, job),
  takeResult,
  openUserTask,
  callProcess,
  startScope,
  startLoop,
  startAdHoc,
  startInner,
  throwError: (run, _instance, effect) => performError(run, effect),
  throwEscalation: performEscalation,
  throwSignal: performSignal,
  throwCompensation: performCompensation,
  throwTerminate: performTerminate,
  throwLink: performLink,
};

/** Does what an instance that is active now decided to do. */
export const perform = (run: Run, instance: ElementInstance, effect: Effect): void => {
  (performers[effect.do] as (run: Run, instance: ElementInstance, effect: Effect) => void)(run, instance, effect);
};
