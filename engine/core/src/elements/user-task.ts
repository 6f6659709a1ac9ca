import type { UserTaskDefinition, UserTaskElement } from '@irisflow/bpmn';
import type { FeelContext } from '@irisflow/feel';
import type { FormKey, UserTaskKey } from '@irisflow/protocol';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import type { Effect, EffectOf } from '../run/effect.ts';
import { IncidentError } from '../desk/failure.ts';
import { findReferred } from '../run/find-referred.ts';
import { elementOf, emit } from '../run/run.ts';
import {
  contextOf,
  evaluateInteger,
  evaluateOptionalText,
  evaluateOptionalTexts,
} from '../expression/evaluate-expression.ts';
import { draftJob } from '../jobs/create-job.ts';
import { requestTransition } from '../listeners/task-listeners.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { UserTaskAttributes } from '../state/instance-tree.ts';
import { parseDate } from '../timers/iso-time.ts';

const jobType = { kind: 'literal', text: 'io.camunda.zeebe:userTask' } as const;
const jobRetries = { kind: 'literal', text: '1' } as const;
const defaultPriority = 50;

/** A task for a person: kept by the engine itself, or offered as a job to a task list outside. */
export const userTaskBehavior: ElementBehavior<UserTaskElement> = {
  activate: (run, { userTask }, instance) =>
    userTask.implementation === 'native' ? draftTask(run, userTask, instance) : draftTaskJob(run, userTask, instance),
  onTerminating: (run, _element, instance) => {
    const task = instance.userTaskKey === null ? undefined : run.tree.userTasks.get(instance.userTaskKey);
    if (task === undefined) return;
    requestTransition(run, task, {
      phase: 'canceling',
      changes: {},
      action: 'cancel',
      variables: '{}',
      requestId: null,
    });
  },
};

const draftTask = (run: Run, definition: UserTaskDefinition, instance: ElementInstance): Effect => {
  const context = contextOf(run, instance.key);
  const attributes = evaluateAttributes(definition, context);
  const formKey = findForm(run, definition, instance);
  const externalFormReference = evaluateOptionalText(definition.externalReference, context);
  return { do: 'openUserTask', task: { attributes, formKey, externalFormReference } };
};

/** The task is there, and its listeners are asked. */
export const openUserTask = (run: Run, instance: ElementInstance, { task }: EffectOf<'openUserTask'>): void => {
  const element = elementOf(run, instance);
  if (element.kind !== 'userTask') return;
  const { headers, taskListeners } = element.userTask;
  const key = run.desk.nextKey<'userTask'>();
  emit(run, {
    kind: 'userTaskCreated',
    task: {
      key,
      elementKey: instance.key,
      elementId: instance.elementId,
      processInstanceKey: instance.processInstanceKey,
      tenantId: run.tree.tenantId,
      phase: 'created',
      ...task,
      headers: JSON.stringify(headers),
      transition: null,
    },
  });
  if (taskListeners.length > 0) askListeners(run, key);
};

const askListeners = (run: Run, key: UserTaskKey): void => {
  const task = run.tree.userTasks.get(key);
  if (task === undefined) return;
  requestTransition(run, task, { phase: 'creating', changes: {}, action: 'create', variables: '{}', requestId: null });
};

const evaluateAttributes = (definition: UserTaskDefinition, context: FeelContext): UserTaskAttributes => ({
  assignee: evaluateOptionalText(definition.assignee, context),
  candidateGroups: evaluateOptionalTexts(definition.candidateGroups, context),
  candidateUsers: evaluateOptionalTexts(definition.candidateUsers, context),
  dueDate: evaluateDate(definition.dueDate, context),
  followUpDate: evaluateDate(definition.followUpDate, context),
  priority: evaluatePriority(definition.priority, context),
});

const evaluateDate = (expression: UserTaskDefinition['dueDate'], context: FeelContext): string | null => {
  const text = evaluateOptionalText(expression, context);
  if (text === null || parseDate(text) !== null) return text;
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected the date of a user task in ISO 8601 with an offset, but found '${text}'`,
  );
};

const evaluatePriority = (expression: UserTaskDefinition['priority'], context: FeelContext): number => {
  if (expression === null) return defaultPriority;
  const priority = evaluateInteger(expression, context);
  if (priority >= 0 && priority <= 100) return priority;
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected the priority of a user task to be 0 to 100, but it was ${priority}`,
  );
};

const findForm = (run: Run, definition: UserTaskDefinition, instance: ElementInstance): FormKey | null => {
  const id = evaluateOptionalText(definition.formId, contextOf(run, instance.key));
  if (id === null) return null;
  const form = findReferred(run, instance, {
    shelf: run.desk.state.definitions.forms,
    id,
    binding: definition.formBinding,
  });
  if (form !== undefined) return form.key;
  throw new IncidentError('FORM_NOT_FOUND', `Expected to find the form '${id}', but it is not deployed`);
};

const draftTaskJob = (run: Run, definition: UserTaskDefinition, instance: ElementInstance): Effect => {
  const attributes = evaluateAttributes(definition, contextOf(run, instance.key));
  const job = draftJob(
    run,
    { type: jobType, retries: jobRetries, headers: reservedHeaders(definition, attributes) },
    instance,
  );
  return { do: 'offerJob', job };
};

/** What the task list outside reads from the headers of the job; lists are JSON inside the text. */
const reservedHeaders = (
  definition: UserTaskDefinition,
  attributes: UserTaskAttributes,
): Readonly<Record<string, string>> => {
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : JSON.stringify(items));
  const reserved = {
    assignee: attributes.assignee,
    candidateGroups: list(attributes.candidateGroups),
    candidateUsers: list(attributes.candidateUsers),
    dueDate: attributes.dueDate,
    followUpDate: attributes.followUpDate,
    formKey: definition.formKey,
  };
  const headers: Record<string, string> = { ...definition.headers };
  for (const [name, value] of Object.entries(reserved)) {
    if (value !== null) headers[`io.camunda.zeebe:${name}`] = value;
  }
  return headers;
};
