import { dayOf } from '@irisflow/calendar';
import { automaticAnswer } from './automatic-answer.ts';
import { effectsOf, type CaseEffect } from './case-effect.ts';
import { eventsSince, type CaseEntry, type CaseEvent } from './case-log.ts';
import { afterTermEffect, afterTermNotice, beginTerm, type DescribedTerm, type PlayedTerm } from './case-terms.ts';
import type { CoreScenarioEngine } from './core-engine.ts';
import { ScenarioStop, type Difference } from './difference.ts';
import { answerJob, beginCase, mostRounds, takeStep } from './play-scenario.ts';
import { openScenario, type Playable } from './run-scenario.ts';
import type { ConnectorAnswer, Scenario, ScenarioStep, Values } from './scenario.ts';
import type { OpenJob } from './scenario-engine.ts';
import { waitingIn, type Waiting } from './waiting.ts';

/** What somebody does to a case that they play. */
export type PlayAct =
  | { readonly kind: 'answer'; readonly elementId: string; readonly answer: ConnectorAnswer }
  | { readonly kind: 'step'; readonly step: ScenarioStep };

/** A case as it is played so far. */
export interface PlayedScript {
  readonly start: Pick<Scenario, 'process' | 'begins' | 'given'>;
  readonly acts: readonly PlayAct[];
  /** Answers that are given without asking, by element, as a scenario has them. */
  readonly answers: Scenario['answers'];
  /** Elements whose connector is asked each time, whatever it would answer by itself. */
  readonly asked: readonly string[];
  readonly terms: readonly DescribedTerm[];
}

/** What the case did to people and money, when and by which step. */
export interface PlayedEffect {
  readonly at: number;
  readonly elementId: string;
  readonly effect: CaseEffect;
}

/** Where a played case stands. */
export interface PlayedCase {
  /** Epoch milliseconds on its clock. */
  readonly now: number;
  readonly state: 'running' | 'ended';
  readonly waiting: readonly Waiting[];
  /** Ids of what is active, scopes included. */
  readonly active: readonly string[];
  /** How often each element completed. */
  readonly completed: Readonly<Record<string, number>>;
  readonly entries: readonly CaseEntry[];
  readonly effects: readonly PlayedEffect[];
  readonly terms: readonly PlayedTerm[];
  readonly variables: Values;
  /** All answers that connectors gave, as a scenario keeps them. */
  readonly answers: Scenario['answers'];
  /** Why the last act could not be taken; null while all could. */
  readonly failure: Difference | null;
}

interface Session {
  readonly engine: CoreScenarioEngine;
  readonly script: PlayedScript;
  readonly given: Map<string, ConnectorAnswer[]>;
  readonly entries: CaseEntry[];
  readonly effects: PlayedEffect[];
  terms: readonly PlayedTerm[];
  /** Index of the first event of the engine that was not told. */
  seen: number;
  /** The act that is being taken. */
  act: number;
}

const tell = (session: Session, ...events: readonly CaseEvent[]): void => {
  const at = session.engine.inside.now();
  session.entries.push(...events.map((event) => ({ at, act: session.act, event })));
};

const catchUp = (session: Session): void => {
  tell(session, ...eventsSince(session.engine, session.seen));
  session.seen = session.engine.events().length;
};

/** What somebody answered for an element, in order. */
const answersFor = ({ script, act }: Session, elementId: string): readonly ConnectorAnswer[] =>
  script.acts
    .slice(0, act + 1)
    .flatMap((each) => (each.kind === 'answer' && each.elementId === elementId ? [each.answer] : []));

const ownAnswer = (session: Session, { elementId }: OpenJob, time: number): ConnectorAnswer | undefined => {
  const known = session.script.answers[elementId];
  if (known === undefined) return undefined;
  const list = Array.isArray(known) ? (known as readonly ConnectorAnswer[]) : [known as ConnectorAnswer];
  return list[Math.min(time, list.length - 1)];
};

interface Given {
  readonly answer: ConnectorAnswer;
  readonly isAutomatic: boolean;
}

/** What a connector answers: what somebody says it does, else what is known beforehand; null where somebody has to say it. */
const answerFor = (session: Session, job: OpenJob): Given | null => {
  const before = session.given.get(job.elementId) ?? [];
  const written = answersFor(session, job.elementId);
  if (session.script.asked.includes(job.elementId)) {
    const answer = written[before.length];
    return answer === undefined ? null : { answer, isAutomatic: false };
  }
  const own = ownAnswer(session, job, before.length);
  if (own !== undefined) return { answer: own, isAutomatic: true };
  const count = [...session.given.values()].reduce((sum, list) => sum + list.length, 0);
  const automatic = automaticAnswer({ job, count, now: session.engine.inside.now(), terms: session.script.terms });
  if (automatic !== null) return { answer: automatic, isAutomatic: true };
  const answer = written[before.length];
  return answer === undefined ? null : { answer, isAutomatic: false };
};

const noteEffects = (session: Session, job: OpenJob, answer: ConnectorAnswer): void => {
  const at = session.engine.inside.now();
  const context = { described: session.script.terms, day: dayOf(at) };
  for (const effect of effectsOf(job, answer)) {
    session.effects.push({ at, elementId: job.elementId, effect });
    tell(session, { kind: 'did', elementId: job.elementId, effect });
    if (effect.kind === 'term') session.terms = afterTermEffect(session.terms, effect, context);
  }
};

const answerOne = async (session: Session, job: OpenJob, { answer, isAutomatic }: Given): Promise<void> => {
  const { given, engine } = session;
  const { elementId } = job;
  given.set(elementId, [...(given.get(elementId) ?? []), answer]);
  tell(session, { kind: 'answered', elementId, isAutomatic, error: 'error' in answer ? answer.error : null });
  noteEffects(session, job, answer);
  await answerJob(engine, job, answer);
  catchUp(session);
};

/** Lets the connectors answer until nothing moves, or until somebody has to say what one of them answers. */
const settle = async (session: Session): Promise<void> => {
  for (let round = 0; round < mostRounds; round += 1) {
    let moved = false;
    for (const job of await session.engine.jobs()) {
      const given = answerFor(session, job);
      if (given === null) continue;
      await answerOne(session, job, given);
      moved = true;
    }
    if (!moved) return;
  }
  throw new ScenarioStop({ kind: 'restless', rounds: mostRounds }, '');
};

const noteMessage = (session: Session, step: ScenarioStep): void => {
  if (!('publish' in step) || step.key === undefined) return;
  const day = dayOf(session.engine.inside.now());
  session.terms = afterTermNotice(session.terms, { id: step.key, name: step.publish, day });
};

const takeAct = async (session: Session, act: PlayAct): Promise<void> => {
  if (act.kind === 'step') {
    tell(session, { kind: 'stepped', step: act.step });
    await takeStep(session.engine, session.script.start, { step: act.step, number: session.act + 1 });
    noteMessage(session, act.step);
    catchUp(session);
  }
  await settle(session);
};

const failureOf = (thrown: unknown): Difference => {
  if (thrown instanceof ScenarioStop) return thrown.difference;
  const message = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
  return { kind: 'broken', message };
};

/** Terms that begin with the case, as the platform names them to the process. */
const termsAtStart = (session: Session): readonly PlayedTerm[] => {
  const ids = session.script.start.given['terms'];
  const day = dayOf(session.engine.inside.now());
  return Object.entries(typeof ids === 'object' && ids !== null ? ids : {}).flatMap(
    ([key, id]) => beginTerm(session.script.terms, { key, id: String(id), day }) ?? [],
  );
};

const tally = (session: Session): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const event of session.engine.events())
    if (event.kind === 'elementCompleted') counts[event.elementId] = (counts[event.elementId] ?? 0) + 1;
  return counts;
};

const standOf = async (session: Session, failure: Difference | null): Promise<PlayedCase> => {
  const { engine, given, entries, effects, terms } = session;
  const isBegun = session.seen > 0;
  return {
    now: engine.inside.now(),
    state: isBegun && engine.inside.active().length === 0 ? 'ended' : 'running',
    waiting: waitingIn(engine),
    active: engine.inside.active(),
    completed: tally(session),
    entries,
    effects,
    terms,
    variables: isBegun ? await engine.variables() : {},
    answers: Object.fromEntries([...given].map(([id, list]) => [id, list.length === 1 ? (list[0] ?? list) : list])),
    failure,
  };
};

const nothing = (failure: Difference, now: number): PlayedCase => ({
  now,
  state: 'running',
  waiting: [],
  active: [],
  completed: {},
  entries: [],
  effects: [],
  terms: [],
  variables: {},
  answers: {},
  failure,
});

/**
 * Plays a case from its beginning through all that was done to it: one act less is one step back. What cannot be taken, because
 * the drawing has changed meanwhile, is told and ends it there.
 */
export const playCase = async (playable: Playable, script: PlayedScript): Promise<PlayedCase> => {
  const { start, acts } = script;
  let session: Session;
  try {
    const engine = openScenario(playable, { ...start } as Scenario);
    session = { engine, script, given: new Map(), entries: [], effects: [], terms: [], seen: 0, act: -1 };
  } catch (thrown) {
    return nothing(failureOf(thrown), Date.now());
  }
  try {
    session.terms = termsAtStart(session);
    tell(session, { kind: 'began' });
    await beginCase(session.engine, start);
    catchUp(session);
    await settle(session);
    for (const [index, act] of acts.entries()) {
      session.act = index;
      await takeAct(session, act);
    }
    return await standOf(session, null);
  } catch (thrown) {
    return standOf(session, failureOf(thrown));
  }
};
