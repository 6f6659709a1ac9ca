import type { InstanceTree } from '@irisflow/core';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { automaticAnswer } from '../automatic-answer.ts';
import { effectsOf, type CaseEffect } from '../case-effect.ts';
import { createCoreEngine, type CoreScenarioEngine } from '../core-engine.ts';
import { answerJob, mostRounds } from '../play-scenario.ts';
import type { ConnectorAnswer, Values } from '../scenario.ts';
import type { OpenJob } from '../scenario-engine.ts';
import { recordedAnswer } from './recorded-answer.ts';
import type { RecordedCase, RecordedMessage, RecordedTask, ReplayStage } from './recorded-case.ts';
import type { ReplayedCase, ReplayEnd } from './replayed-case.ts';
import { outcomeOf } from './outcome.ts';
import { trailOf } from './trail.ts';

/** What may happen to a case from outside before it is held to have no end. */
const mostHappenings = 2000;
/** As the platform lets the engine keep what nobody waits for yet. */
const messageKeptMs = 60 * 86_400_000;

interface Replay {
  readonly engine: CoreScenarioEngine;
  readonly stage: ReplayStage;
  readonly recorded: RecordedCase;
  readonly root: ProcessInstanceKey;
  readonly effects: CaseEffect[];
  /** How often each step asked a connector. */
  readonly asked: Map<string, number>;
  /** Jobs that no recorded answer fits, by key, with their element. */
  readonly unanswered: Map<string, string>;
  /** Which opening of its element each task is, by key. */
  readonly openings: Map<string, number>;
  readonly opened: Map<string, number>;
  /** How many of the messages were told. */
  told: number;
}

/** What of the engine is of the case: other processes of its files may begin by themselves. */
const treeOf = ({ engine: { inside }, root }: Replay): InstanceTree | undefined => inside.state.trees.get(root);

const tasksOf = (replay: Replay) => [...(treeOf(replay)?.userTasks.values() ?? [])];

const incidentsOf = (replay: Replay) => [...(treeOf(replay)?.incidents.values() ?? [])];

const countUp = (counts: Map<string, number>, id: string): number => {
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  return count;
};

const answerOf = (replay: Replay, job: OpenJob): ConnectorAnswer | null => {
  const { recorded, stage, engine, asked } = replay;
  const time = countUp(asked, job.elementId);
  const count = [...asked.values()].reduce((sum, each) => sum + each, 0);
  return (
    recordedAnswer(recorded, job, time) ?? automaticAnswer({ job, count, now: engine.inside.now(), terms: stage.terms })
  );
};

const settle = async (replay: Replay): Promise<boolean> => {
  const { engine, unanswered, effects } = replay;
  for (let round = 0; round < mostRounds; round += 1) {
    const own = treeOf(replay)?.jobs;
    const jobs = (await engine.jobs()).filter(({ key }) => own?.has(key as never) === true && !unanswered.has(key));
    if (jobs.length === 0) return true;
    for (const job of jobs) {
      const answer = answerOf(replay, job);
      if (answer === null) {
        unanswered.set(job.key, job.elementId);
        continue;
      }
      effects.push(...effectsOf(job, answer));
      await answerJob(engine, job, answer);
    }
  }
  return false;
};

const readPath = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Values)[name] : undefined,
      values,
    );

/** What is known of an open task: how it was answered, that it was called off, or that nobody was asked it. */
type KnownTask = RecordedTask | null;

const recordOf = ({ recorded, stage, openings, opened }: Replay, key: string, elementId: string): KnownTask => {
  const opening = openings.get(key) ?? countUp(opened, elementId);
  openings.set(key, opening);
  const found = recorded.tasks.filter((task) => task.elementId === elementId)[opening];
  if (found === undefined || found.at === null) return found ?? null;
  const asks = stage.asks[elementId] ?? [];
  return asks.every((path) => (readPath(found.with, path) ?? null) !== null) ? found : null;
};

/** The next thing that happens from outside. */
type Next =
  | { readonly kind: 'task'; readonly at: number; readonly key: string; readonly with: Values }
  | { readonly kind: 'message'; readonly at: number; readonly message: RecordedMessage }
  | { readonly kind: 'timer'; readonly at: number };

const openTasks = (replay: Replay) =>
  tasksOf(replay).map(({ key, elementId }) => ({ key, elementId, known: recordOf(replay, key, elementId) }));

const nextOf = (replay: Replay): Next | null => {
  const { engine, recorded, told } = replay;
  const now = engine.inside.now();
  const tasks = openTasks(replay);
  const message = recorded.messages[told];
  const isHeld = replay.unanswered.size > 0 || tasks.some(({ known }) => known === null);
  const due = [...(treeOf(replay)?.subscriptions.values() ?? [])]
    .flatMap((each) => (each.kind === 'timer' ? [each.dueAt] : []))
    // What waits for an answer that nobody gave then is not to run out of time because of that.
    .filter((at) => (recorded.isOver && !isHeld) || at <= recorded.endedAt);
  const candidates: Next[] = [
    ...(message === undefined ? [] : [{ kind: 'message', at: Math.max(now, message.at), message } as const]),
    ...tasks.flatMap(({ key, known }): Next[] =>
      known === null || known.at === null ? [] : [{ kind: 'task', at: Math.max(now, known.at), key, with: known.with }],
    ),
    ...due.map((at): Next => ({ kind: 'timer', at: Math.max(now, at) })),
  ];
  return candidates.reduce<Next | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
};

const tell = ({ engine }: Replay, { name, key, with: values }: RecordedMessage): void =>
  engine.inside.publish(name, key, { variables: JSON.stringify(values), timeToLive: messageKeptMs });

const take = async (replay: Replay, next: Next): Promise<void> => {
  const { inside } = replay.engine;
  inside.advance(Math.max(0, next.at - inside.now()));
  if (next.kind === 'task') {
    // Time may have called it off on the way.
    const isOpen = tasksOf(replay).some(({ key }) => key === next.key);
    if (isOpen) await replay.engine.completeUserTask(next.key, next.with);
  }
  if (next.kind === 'message') {
    replay.told += 1;
    tell(replay, next.message);
  }
};

/** Why nothing happens any more. */
const restOf = (replay: Replay): ReplayEnd => {
  const [incident] = incidentsOf(replay);
  if (incident !== undefined) return { kind: 'stuck', elementId: incident.elementId };
  const unknown = openTasks(replay).find(({ known }) => known === null);
  if (unknown !== undefined) return { kind: 'needsTask', elementId: unknown.elementId };
  const [question] = replay.unanswered.values();
  if (question !== undefined) return { kind: 'needsSource', elementId: question };
  if (!replay.recorded.isOver) return { kind: 'goesOn' };
  return { kind: 'rests', elementId: [...(treeOf(replay)?.elements.values() ?? [])].at(-1)?.elementId ?? '' };
};

const play = async (replay: Replay): Promise<ReplayEnd> => {
  const { engine } = replay;
  for (let count = 0; count < mostHappenings; count += 1) {
    if (!(await settle(replay))) return { kind: 'broken' };
    if (await engine.isEnded()) return { kind: 'ended' };
    if (incidentsOf(replay).length > 0) return restOf(replay);
    const next = nextOf(replay);
    if (next === null) return restOf(replay);
    await take(replay, next);
  }
  return { kind: 'broken' };
};

const completedIn = ({ engine, root }: Replay): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const event of engine.events())
    if (event.kind === 'elementCompleted' && event.processInstanceKey === root && event.elementType !== 'PROCESS')
      counts[event.elementId] = (counts[event.elementId] ?? 0) + 1;
  return counts;
};

const broken: ReplayedCase = {
  end: { kind: 'broken' },
  outcome: { status: null, decision: null, amount: null, ends: [] },
  completed: {},
  trail: [],
};

/**
 * Plays a case that is over once more, on the version on which it ran or on another one: people, sources and time say what they
 * said then. Nothing is asked of anybody; where somebody would have to be asked, it ends there and says so.
 */
export const replayCase = async (stage: ReplayStage, recorded: RecordedCase): Promise<ReplayedCase> => {
  const { processId, resources } = stage.playable;
  try {
    const engine = createCoreEngine(processId, resources, recorded.begunAt);
    await engine.start(recorded.given);
    const [root] = engine.inside.state.trees.keys();
    if (root === undefined) return broken;
    const replay: Replay = {
      engine,
      root,
      stage,
      recorded,
      effects: [],
      asked: new Map(),
      unanswered: new Map(),
      openings: new Map(),
      opened: new Map(),
      told: 0,
    };
    const end = await play(replay);
    return {
      end,
      outcome: outcomeOf(replay.effects, engine.events()),
      completed: completedIn(replay),
      trail: trailOf(engine),
    };
  } catch {
    // What the files of a draft do to the engine is their author's to see in its lint.
    return broken;
  }
};
