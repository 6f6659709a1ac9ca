import { isEngineFailure } from '@irisflow/engine-client';
import { instantOf, numberOrNull } from '@irisflow/foundation';
import { startVariables } from '@irisflow/names';
import type { RecordedCase, ReplayedCase, Values } from '@irisflow/scenarios';
import type { ClosedCase } from '../storage/closed-cases.ts';
import { listKeptAnswers } from '../storage/kept-answers.ts';
import { listKeptMessages } from '../storage/kept-messages.ts';
import { listKeptTasks } from '../storage/kept-tasks.ts';
import type { Surroundings } from '../surroundings.ts';
import type { UnreplayableReason } from '../views/rehearsal.ts';
import { type Happened, readHappened } from './happened.ts';
import { recordedQuestions } from './recorded-questions.ts';
import { recordedTasks } from './recorded-tasks.ts';
import type { Stage } from './version-stage.ts';

/** A case as it was, with how it really went. */
export interface CollectedCase {
  readonly recorded: RecordedCase;
  /** How often each element of its process completed. */
  readonly completed: ReadonlyMap<string, number>;
}

export type Collected =
  | { readonly ok: true; readonly collected: CollectedCase }
  | { readonly ok: false; readonly reason: UnreplayableReason };

const refused = (reason: UnreplayableReason): Collected => ({ ok: false, reason });

/** What its process began with; the handle by which it is let in to the platform stays out. */
const givenIn = ({ root, value }: Happened): Values =>
  Object.fromEntries(
    startVariables.flatMap((name) => {
      const found = value(root.processInstanceKey, name);
      return found === undefined ? [] : [[name, found]];
    }),
  );

const completedIn = ({ elements, root }: Happened): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { elementId, kind, state, processInstanceKey } of elements)
    if (state === 'completed' && kind !== 'PROCESS' && processInstanceKey === root.processInstanceKey)
      counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
  return counts;
};

const read = async ({ engine }: Surroundings, key: string): Promise<Happened | null> => {
  try {
    return await readHappened(engine, key);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return null;
    throw thrown;
  }
};

/** Why what the engine keeps of a case is not enough to play it again; null where it is. */
const lackIn = (happened: Happened | null): UnreplayableReason | null => {
  if (happened === null) return 'notKept';
  if (happened.isCut) return 'tooLong';
  if (happened.root.state === 'suspended') return 'suspended';
  return happened.root.state === 'canceled' ? 'endedByHand' : null;
};

/** Makes a case that is over playable again, from what the engine and the platform keep of it; nothing is asked of anybody else. */
export const collectCase = async (
  surroundings: Surroundings,
  row: ClosedCase,
  { drawn, formOf }: Stage,
): Promise<Collected> => {
  const { database, clock } = surroundings;
  if (row.process_instance_key === null) return refused('noProcess');
  if (row.reopened_at !== null) return refused('reopened');
  if (row.was_moved) return refused('moved');
  const happened = await read(surroundings, row.process_instance_key);
  const lack = lackIn(happened);
  if (lack !== null || happened === null) return refused(lack ?? 'notKept');
  const [kept, messages, tasks] = [
    await listKeptAnswers(surroundings, database, row.id),
    await listKeptMessages(database, row.id),
    await listKeptTasks(database, row.id),
  ];
  const { startedAt, endedAt, state } = happened.root;
  const recorded: RecordedCase = {
    given: givenIn(happened),
    begunAt: Date.parse(startedAt),
    isOver: state === 'completed',
    endedAt: endedAt === null ? clock.now() : Date.parse(endedAt),
    tasks: recordedTasks(happened, { formOf, kept: tasks }),
    questions: recordedQuestions(happened, { drawn, kept }),
    messages,
  };
  return { ok: true, collected: { recorded, completed: completedIn(happened) } };
};

const wentTheSameWay = (completed: ReadonlyMap<string, number>, replayed: ReplayedCase['completed']): boolean => {
  const names = new Set([...completed.keys(), ...Object.keys(replayed)]);
  return [...names].every((id) => (completed.get(id) ?? 0) === (replayed[id] ?? 0));
};

/** Whether the replay of a case on its own version is what really happened; null where it is, else why not. */
export const judgeControl = (
  row: ClosedCase,
  { recorded, completed }: CollectedCase,
  { end, outcome, completed: replayed }: ReplayedCase,
): UnreplayableReason | null => {
  if (end.kind !== (recorded.isOver ? 'ended' : 'goesOn') || !wentTheSameWay(completed, replayed)) return 'otherWay';
  const isDecided = row.outcome === outcome.decision && numberOrNull(row.amount) === outcome.amount;
  const hasStatus = outcome.status === null || outcome.status === row.status;
  return isDecided && hasStatus ? null : 'decidedElsewhere';
};

/** The day on which a case was submitted, as its process was told. */
export const submittedOn = ({ given }: RecordedCase, row: ClosedCase): string => {
  const day = given['submittedOn'];
  return typeof day === 'string' ? day : instantOf(row.submitted_at).slice(0, 10);
};
