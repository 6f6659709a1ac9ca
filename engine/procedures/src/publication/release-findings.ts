import { IsolationFault, runIsolated } from '@irisflow/foundation';
import { platformMessages } from '@irisflow/protocol';
import type { Playable, Scenario } from '@irisflow/scenarios';
import { checkAmong, endlessCodes } from '@irisflow/soundness';
import { fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import { isTooDeep } from '../json-depth.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { playableOf } from './playable-of.ts';
import { type TestLine, testLinesIn } from '../test-lines.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';

/** Longest time for all scenarios, in milliseconds; what was not played by then is not green. */
const playingMs = 30_000;
const playingMb = 512;
const player = new URL('./play-scenarios.mjs', import.meta.url);
const testPlayer = new URL('./play-decision-tests.mjs', import.meta.url);

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' &&
  value !== null &&
  ['given', 'answers', 'when', 'then'].every((name) => Object.hasOwn(value, name)) &&
  'title' in value &&
  typeof value.title === 'string';

const readScenario = ({ content }: FolderFile): Scenario | null => {
  try {
    const value: unknown = JSON.parse(content);
    return isScenario(value) && !isTooDeep(value) ? value : null;
  } catch {
    return null;
  }
};

/** What the thread plays that has a folder's scenarios to itself; null for a file that tells none. */
export interface Rehearsal {
  readonly playable: Playable;
  readonly scenarios: readonly (Scenario | null)[];
  /** After so many milliseconds no other one is begun. */
  readonly untilMs: number;
}

let before: Promise<unknown> = Promise.resolve();

/** One after the other: each takes a processor and much memory, and whoever publishes often keeps no more of them. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = before.then(work, work);
  before = next.catch(() => undefined);
  return next;
};

/** Whether each goes as it says. A process that runs in circles ends with its thread: then none of them is known to be green. */
export const rehearse = async (rehearsal: Rehearsal): Promise<readonly boolean[]> => {
  try {
    return await runIsolated<boolean[]>({
      module: player,
      input: rehearsal,
      // One that is being played when the time is over may come to its end.
      deadlineMs: 1.5 * rehearsal.untilMs,
      memoryMb: playingMb,
    });
  } catch (thrown) {
    if (thrown instanceof IsolationFault) return [];
    throw thrown;
  }
};

/** Scenarios that do not go as they say. */
const redScenarios = async (folder: ProcedureFolder): Promise<ReleaseFinding[]> => {
  const files = folder.files.filter(({ path }) => fileKindOf(path) === 'scenario');
  if (files.length === 0) return [];
  const scenarios = files.map(readScenario);
  const rehearsal = { playable: playableOf(folder), scenarios, untilMs: playingMs };
  const green = await inTurn(() => rehearse(rehearsal));
  return files.flatMap(({ path }, index) =>
    green[index] === true ? [] : [{ kind: 'scenario', file: path, title: scenarios[index]?.title ?? path } as const],
  );
};

/** What the thread plays that has a folder's test tables to itself. */
export interface TestRehearsal {
  readonly decisions: readonly Pick<FolderFile, 'path' | 'content'>[];
  readonly lines: readonly TestLine[];
}

/** Whether each line is red; what could not be played to its end is. */
export const rehearseTests = async (rehearsal: TestRehearsal): Promise<readonly boolean[]> => {
  try {
    return await runIsolated<boolean[]>({
      module: testPlayer,
      input: rehearsal,
      deadlineMs: playingMs,
      memoryMb: playingMb,
    });
  } catch (thrown) {
    if (thrown instanceof IsolationFault) return rehearsal.lines.map(() => true);
    throw thrown;
  }
};

/** Lines of test tables that do not come out as they say. */
const redTests = async ({ files, parameters }: ProcedureFolder): Promise<ReleaseFinding[]> => {
  const lines = files
    .filter(({ path }) => fileKindOf(path) === 'decisionTests')
    .flatMap((file) => testLinesIn(file, parameters) ?? []);
  if (lines.length === 0) return [];
  const decisions = files.filter(({ path }) => fileKindOf(path) === 'decision');
  const red = await inTurn(() => rehearseTests({ decisions, lines }));
  return lines.flatMap(({ file, line, test }, at) =>
    red[at] === false ? [] : [{ kind: 'decisionTest', file, line, decision: test.decision } as const],
  );
};

/** Ways on which a case would stand still for ever, with proof. */
const deadlocks = ({ processes }: ProcedureFolder): ReleaseFinding[] => {
  const paths = [...new Set(processes.map(({ path }) => path))];
  const ofFile = (path: string) => processes.filter((process) => process.path === path).map(({ process }) => process);
  return paths.flatMap((file) => {
    const siblings = paths.filter((path) => path !== file).map(ofFile);
    return checkAmong(ofFile(file), siblings, platformMessages).flatMap(({ findings }) =>
      findings
        .filter(({ code }) => endlessCodes.includes(code))
        .map(({ code, elementId }): ReleaseFinding => ({ kind: 'path', file, code, elementId })),
    );
  });
};

/** What speaks against a version that the lint lets pass: red lines of test tables, red scenarios, and ways that never end. */
export const releaseFindings = async (folder: ProcedureFolder): Promise<ReleaseFinding[]> => [
  ...deadlocks(folder),
  ...(await redTests(folder)),
  ...(await redScenarios(folder)),
];
