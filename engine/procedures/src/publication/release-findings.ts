import { platformMessages } from '@irisflow/protocol';
import { runScenario, type Playable, type Scenario } from '@irisflow/scenarios';
import { checkAmong, endlessCodes } from '@irisflow/soundness';
import { setImmediate as turn } from 'node:timers/promises';
import { fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';

/** Longest time for all scenarios, in milliseconds; what was not played by then is not green. */
const playingMs = 30_000;

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'given', 'answers', 'when', 'then'].every((name) => Object.hasOwn(value, name));

const readScenario = ({ content }: FolderFile): Scenario | null => {
  try {
    const value: unknown = JSON.parse(content);
    return isScenario(value) ? value : null;
  } catch {
    return null;
  }
};

const playableOf = ({ files, description }: ProcedureFolder): Playable => ({
  processId: description?.process.id ?? '',
  resources: files
    .filter(({ path }) => fileKindOf(path) === 'process' || fileKindOf(path) === 'decision')
    .map(({ path, content }) => ({ name: path, text: content })),
});

const isGreen = async (playable: Playable, scenario: Scenario): Promise<boolean> => {
  try {
    return (await runScenario(playable, scenario)).differences.length === 0;
  } catch {
    return false;
  }
};

/** Scenarios that do not go as they say. Between two of them others get their turn. */
const redScenarios = async (folder: ProcedureFolder): Promise<ReleaseFinding[]> => {
  const playable = playableOf(folder);
  const until = performance.now() + playingMs;
  const findings: ReleaseFinding[] = [];
  for (const file of folder.files.filter(({ path }) => fileKindOf(path) === 'scenario')) {
    await turn();
    const scenario = readScenario(file);
    const green = scenario !== null && performance.now() < until && (await isGreen(playable, scenario));
    if (!green) findings.push({ kind: 'scenario', file: file.path, title: scenario?.title ?? file.path });
  }
  return findings;
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

/** What speaks against a version that the lint lets pass: red scenarios, and ways that never end. */
export const releaseFindings = async (folder: ProcedureFolder): Promise<ReleaseFinding[]> => [
  ...deadlocks(folder),
  ...(await redScenarios(folder)),
];
