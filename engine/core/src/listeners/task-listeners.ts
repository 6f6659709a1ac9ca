import type { TaskListener } from '@irisflow/bpmn';
import type { JobResult } from '../command/job-command.ts';
import type { Outcome } from '../command/reply.ts';
import type { Run } from '../run/behavior.ts';
import { guarded } from '../run/incident.ts';
import { CommandRefused } from '../desk/failure.ts';
import { receiveResult } from '../variables/receive-result.ts';
import { elementOf, emit, enqueue } from '../run/run.ts';
import { createJob, draftJob } from '../jobs/create-job.ts';
import { checkAttributes } from './check-attributes.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type {
  Job,
  UserTask,
  UserTaskAttributes,
  UserTaskPhase,
  UserTaskTransition,
  VariableUpdate,
} from '../state/instance-tree.ts';
import { splitStored } from '../variables/split-variables.ts';
import { writeReaching } from '../variables/write-variables.ts';

type EventType = TaskListener['eventType'];

/** Phases of a user task in which listeners have the word. */
type ListeningPhase = Exclude<UserTaskPhase, 'created'>;

export interface RequestedTransition {
  readonly phase: ListeningPhase;
  readonly changes: Partial<UserTaskAttributes>;
  readonly action: string;
  /** JSON text of an object. */
  readonly variables: string;
  readonly variableUpdate?: VariableUpdate;
  readonly requestId: string | null;
}

/** Begins a transition of a user task: its listeners are asked one after the other before it happens. */
export const requestTransition = (run: Run, task: UserTask, { phase, ...transition }: RequestedTransition): void => {
  advance(run, task, phase, { ...transition, listenersDone: 0 });
};

const advance = (run: Run, task: UserTask, phase: ListeningPhase, transition: UserTaskTransition): void => {
  const instance = run.tree.elements.get(task.elementKey);
  if (instance === undefined) return;
  const listener = listenersOf(run, instance, phase)[transition.listenersDone];
  if (listener === undefined) {
    transitions[phase](run, task, transition, instance);
    return;
  }
  emit(run, { kind: 'userTaskPhaseChanged', key: task.key, phase, transition });
  guarded(run, instance, () => {
    createJob(run, instance, {
      ...draftJob(run, listener, instance),
      kind: 'TASK_LISTENER',
      listenerEventType: eventTypes[phase],
    });
  });
};

/** Asks the listener again whose expressions could not be evaluated, if the task of an element instance waits for that. */
export const resumeTransition = (run: Run, instance: ElementInstance): void => {
  const task = instance.userTaskKey === null ? undefined : run.tree.userTasks.get(instance.userTaskKey);
  if (task?.transition == null || task.phase === 'created' || instance.jobKey !== null) return;
  advance(run, task, task.phase, task.transition);
};

const eventTypes = {
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
} as const satisfies Record<EventType, string>;

export const listenersOf = (run: Run, instance: ElementInstance, eventType: EventType): readonly TaskListener[] => {
  const element = elementOf(run, instance);
  if (element.kind !== 'userTask') return [];
  return element.userTask.taskListeners.filter((listener) => listener.eventType === eventType);
};

type Transition = (run: Run, task: UserTask, transition: UserTaskTransition, instance: ElementInstance) => void;

/** What each transition does once the listeners agree. */
const transitions: Readonly<Record<ListeningPhase, Transition>> = {
  creating: (run, task, transition, instance) => {
    rest(run, task, transition);
    const assignee = task.attributes.assignee;
    if (assignee === null || listenersOf(run, instance, 'assigning').length === 0) return;
    requestTransition(run, task, { ...transition, phase: 'assigning', changes: { assignee }, requestId: null });
  },
  assigning: (run, task, transition) => {
    const { assignee = null, ...corrections } = transition.changes;
    emit(run, { kind: 'userTaskAssigned', key: task.key, assignee, action: transition.action });
    rest(run, task, { ...transition, changes: corrections });
  },
  updating: (run, task, transition, instance) => {
    const { variableUpdate } = transition;
    if (variableUpdate !== undefined) {
      const { variables, reach } = variableUpdate;
      writeReaching(run, instance, splitStored(variables), reach);
    }
    rest(run, task, transition);
  },
  completing: (run, task, transition, instance) => {
    rest(run, task, transition);
    emit(run, { kind: 'userTaskCompleted', key: task.key, action: transition.action });
    receiveResult(run, instance, splitStored(transition.variables));
    enqueue(run, { do: 'complete', key: instance.key });
  },
  canceling: (run, task, _transition, instance) => {
    emit(run, { kind: 'userTaskCanceled', key: task.key });
    enqueue(run, { do: 'terminate', key: instance.key });
  },
};

/** The changes are made, the task is at rest again, and who waited for it is told. */
const rest = (run: Run, task: UserTask, transition: UserTaskTransition): void => {
  const { changes, action, requestId } = transition;
  if (Object.keys(changes).length > 0) emit(run, { kind: 'userTaskUpdated', key: task.key, changes, action });
  const wasListening = task.transition !== null;
  if (task.phase !== 'created')
    emit(run, { kind: 'userTaskPhaseChanged', key: task.key, phase: 'created', transition: null });
  if (wasListening && requestId !== null) run.desk.settle({ requestId, outcome: madeReply(transition) });
};

/** What the caller hears whose change of a user task is made. */
export const madeReply = ({ variableUpdate }: Pick<UserTaskTransition, 'variableUpdate'>): Made => ({
  kind: 'reply',
  reply: variableUpdate === undefined ? null : { key: variableUpdate.key },
});

type Made = Extract<Outcome, { readonly kind: 'reply' }>;

export interface ListenerAnswer {
  readonly job: Job;
  readonly element: ElementInstance;
  readonly result: JobResult | null;
  readonly hasVariables: boolean;
}

/** A listener agrees, corrects or denies. Refuses answers that contradict themselves. */
export const taskListenerCompleted = (run: Run, { job, element, result, hasVariables }: ListenerAnswer): void => {
  const task = element.userTaskKey === null ? undefined : run.tree.userTasks.get(element.userTaskKey);
  if (task?.transition == null || task.phase === 'created') {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to complete job with key '${job.key}', but its user task is at rest`,
    );
  }
  checkAnswer(job, task, { result, hasVariables });
  const denial = result?.denied === true ? { deniedReason: result.deniedReason } : {};
  emit(run, { kind: 'jobCompleted', key: job.key, ...denial });
  const { transition, phase } = task;
  if (result?.denied === true) {
    deny(run, task, { transition, reason: result.deniedReason });
    return;
  }
  const changes = { ...transition.changes, ...result?.corrections };
  advance(run, task, phase, { ...transition, changes, listenersDone: transition.listenersDone + 1 });
};

const deniable: ReadonlySet<UserTaskPhase> = new Set(['assigning', 'updating', 'completing']);

const checkAnswer = (
  job: Job,
  { phase, attributes }: UserTask,
  { result, hasVariables }: Pick<ListenerAnswer, 'result' | 'hasVariables'>,
): void => {
  const refuse = (found: string): never => {
    throw new CommandRefused(
      'INVALID_ARGUMENT',
      `Expected to complete task listener job with key '${job.key}', but ${found}`,
    );
  };
  if (hasVariables) refuse('task listeners cannot set variables');
  if (result === null) return;
  checkAttributes(result.corrections);
  if (phase === 'creating' && attributes.assignee !== null && result.corrections.assignee !== undefined)
    refuse('the assignee that the model names is not to be corrected while the task is created');
  if (!result.denied) return;
  if (Object.keys(result.corrections).length > 0) refuse('it both denies and corrects');
  if (!deniable.has(phase)) refuse(`'${phase}' cannot be denied`);
};

const deny = (
  run: Run,
  task: UserTask,
  { transition, reason }: { readonly transition: UserTaskTransition; readonly reason: string },
): void => {
  emit(run, { kind: 'userTaskPhaseChanged', key: task.key, phase: 'created', transition: null });
  if (transition.requestId === null) return;
  const text = reason === '' ? 'a task listener denied it' : `a task listener denied it: ${reason}`;
  run.desk.settle({
    requestId: transition.requestId,
    outcome: {
      kind: 'rejection',
      rejection: { type: 'INVALID_STATE', reason: `Expected to change user task with key '${task.key}', but ${text}` },
    },
  });
};
