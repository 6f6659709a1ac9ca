import type { Queryable } from '@irisflow/database';
import type { CompiledForm } from '@irisflow/forms';
import { type Actor, actingFor, appendAudit, type KnownPerson } from '@irisflow/access';
import { auditedPower, type Power } from '@irisflow/delegations';
import {
  applicationForm,
  findCase,
  insertTimelineEntry,
  requireReasonable,
  timelineText,
  withoutReserved,
} from '@irisflow/casework';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { type Variables, askEngine, isEngineFailure } from '@irisflow/engine-client';
import { CaseworkError, type FormData, inEveryLocale, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { findCaseProposal, isProposed } from '../proposals/case-proposal.ts';
import { hashOfProposal, proposalOf } from '../proposals/proposal.ts';
import { refuseChangedProposal } from '../proposals/refuse-changed-proposal.ts';
import { setVerdict, type Verdict } from '../storage/proposals.ts';
import { forgetCompletion, setCompleted, setCompletingBy, setTaskDraft, type TaskRow } from '../storage/tasks.ts';
import type { TaskView } from '../views.ts';
import { acceptForm } from './accept-form.ts';
import { moveTask } from './move-task.ts';
import { refuseBar, requireOpenTask, requireTask, standingOf } from './task-access.ts';
import { maskedIn, variablesOf, withoutMasked } from './task-form.ts';
import { formOfTask, getTask, taskVariables } from './task-view.ts';
import { procedureOfTask } from './procedure-of-task.ts';

export interface Answers {
  readonly taskId: string;
  readonly data: FormData;
}

/** Keeps the answers of my task for later, as they are. */
export const saveTaskDraft: UseCase<Answers, void> = async (surroundings, actor, { taskId, data }) => {
  requireReasonable(data);
  await surroundings.database.transaction(async (tx) => {
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    if (task.assignee !== clerk.person.id)
      throw new CaseworkError(
        'TASK_NOT_MINE',
        `Expected ${clerk.person.id} to have task ${taskId}, but ${task.assignee} has`,
      );
    await setTaskDraft(tx, { id: taskId, data });
  });
};

interface Completion {
  readonly task: TaskRow;
  readonly procedure: PublishedProcedure;
  readonly person: KnownPerson;
  /** In whose name; null for their own. */
  readonly power: Power | null;
  /** What the process gets. */
  readonly variables: Variables;
  /** What they propose or approve. */
  readonly verdict: Verdict;
}

interface Accepted {
  readonly task: TaskRow;
  readonly procedure: PublishedProcedure;
  readonly form: CompiledForm | null;
  readonly accepted: FormData;
  /** Pointers of what nobody saw, which nobody proposes or approves. */
  readonly masked: readonly string[];
}

const verdictOf = async (tx: Queryable, { task, procedure, form, accepted, masked }: Accepted): Promise<Verdict> => {
  const isForOthers = form !== null && isProposed(procedure, task.element_id);
  const proposal = isForOthers ? proposalOf(form, accepted, masked) : null;
  const found = await findCaseProposal(tx, { caseId: task.case_id, procedure, elementId: task.element_id });
  const approved = found?.proposal ?? null;
  return {
    id: task.id,
    proposal,
    proposalHash: proposal === null ? null : hashOfProposal(proposal),
    approved,
    approvedHash: approved === null ? null : hashOfProposal(approved),
    answers: approved === null ? null : withoutMasked(accepted, masked),
  };
};

/** Checks under a lock and notes who completes, before the engine hears of it and only if it will. */
const begin = (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, data, variables }: Answers & { readonly variables: Variables },
): Promise<Completion> =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    const row = await findCase(tx, task.case_id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
    const procedure = await procedureOfTask(surroundings, tx, { task, row });
    const now = surroundings.clock.now();
    const { bar, power } = await standingOf(tx, clerk.person, { task, procedure, now });
    refuseBar(bar, task);
    const form = formOfTask(procedure, task);
    const masked = form === null ? [] : maskedIn(form, applicationForm(procedure), { variables, now });
    const accepted = form === null ? {} : acceptForm(surroundings, form, { data, variables, masked });
    const verdict = await verdictOf(tx, { task, procedure, form, accepted, masked });
    await setCompletingBy(tx, { id: taskId, personId: clerk.person.id, under: power?.id ?? null });
    await setVerdict(tx, verdict);
    return {
      task,
      procedure,
      person: clerk.person,
      power,
      variables: form === null ? {} : withoutReserved(variablesOf(form, accepted)),
      verdict,
    };
  });

/** What the engine surely refused was completed by nobody; without an answer it may have been. */
const forget = async ({ database }: Surroundings, taskId: string, thrown: unknown): Promise<void> => {
  if (!isEngineFailure(thrown, 'uncertain')) await forgetCompletion(database, taskId);
};

const refuseEnded = (taskId: string, cause?: unknown): never => {
  throw new CaseworkError('TASK_ENDED', `Expected the engine to have task ${taskId} open, but it has not`, { cause });
};

/** Of an answer that was lost the engine is asked once what became of the task; what it does not say now, the worklist finds out. */
const isDoneAfterAll = async ({ engine }: Surroundings, taskId: string): Promise<boolean> => {
  try {
    return (await engine.tasks.get(taskId)).state === 'completed';
  } catch (thrown) {
    if (isEngineFailure(thrown)) return false;
    throw thrown;
  }
};

const tellEngine = async (surroundings: Surroundings, taskId: string, variables: Variables): Promise<void> => {
  const { engine } = surroundings;
  try {
    await moveTask(engine, taskId, engine.tasks.complete({ userTaskKey: taskId, variables }));
  } catch (thrown) {
    if (isEngineFailure(thrown, 'uncertain') && (await isDoneAfterAll(surroundings, taskId))) return;
    await forget(surroundings, taskId, thrown);
    if (!isEngineFailure(thrown, 'conflict', 'notFound')) throw thrown;
    refuseEnded(taskId, thrown);
  }
};

const inTheNameOf: Readonly<Record<Locale, (whom: string, who: string) => string>> = {
  fr: (whom, who) => `${who} pour ${whom}, par délégation`,
  nl: (whom, who) => `${who} namens ${whom}, bij delegatie`,
  en: (whom, who) => `${who} for ${whom}, by delegation`,
};

/** Who did it, as the history of the case says it. */
const nameOfActor = ({ name }: KnownPerson, power: Power | null): LocalizedText =>
  inEveryLocale((locale) => (power === null ? name : inTheNameOf[locale](power.delegator.name, name)));

/**
 * Notes what the engine took, in the hands of the platform: that it was done is true also where somebody found a conflict of
 * interest meanwhile, and the case is not there any more for who did it.
 */
const finish = async (
  given: Surroundings,
  actor: Actor,
  { task, procedure, person, power, verdict }: Completion,
): Promise<void> => {
  const surroundings = actingFor(given, actor, 'terms');
  const { database, clock } = surroundings;
  const at = clock.now();
  const name = procedure.description.tasks[task.element_id]?.name;
  await database.transaction(async (tx) => {
    // Another attempt may have left its own answers meanwhile: what the engine took counts.
    await setVerdict(tx, verdict);
    await setCompleted(tx, { id: task.id, personId: person.id, under: power?.id ?? null, at });
    await insertTimelineEntry(tx, {
      caseId: task.case_id,
      administration: task.administration,
      at,
      kind: 'taskCompleted',
      text: timelineText('taskCompleted', name),
      actor: nameOfActor(person, power),
      visibleToApplicant: false,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'task.completed',
      object: `task:${task.id}`,
      administration: task.administration,
      detail: {
        case: task.case_id,
        element: task.element_id,
        ...(verdict.proposalHash === null ? {} : { proposal: verdict.proposalHash }),
        ...(verdict.approvedHash === null ? {} : { approved: verdict.approvedHash }),
        ...auditedPower(power),
      },
    });
  });
};

/** What an attempt did whose answer was lost is done: who did it and how stays as it was noted. */
const refuseDone = async ({ engine }: Surroundings, { id, completing_by: earlier }: TaskRow): Promise<void> => {
  if (earlier !== null && (await askEngine(engine.tasks.get(id))).state !== 'open') refuseEnded(id);
};

/** Completes my task: the form's rules run again, four eyes are kept, then the process goes on. */
export const complete: UseCase<Answers, TaskView> = async (surroundings, actor, { taskId, data }) => {
  requireReasonable(data);
  const { database, taskBell } = surroundings;
  const { task: before } = await requireTask(database, actor, taskId);
  await refuseDone(surroundings, before);
  const variables = await taskVariables(surroundings, before);
  await refuseChangedProposal(surroundings, actor, { task: before, variables });
  const completion = await begin(surroundings, actor, { taskId, data, variables });
  await askEngine(tellEngine(surroundings, taskId, completion.variables));
  await finish(surroundings, actor, completion);
  taskBell.ring();
  return getTask(surroundings, actor, { taskId });
};
