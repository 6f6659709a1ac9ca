import type { EngineResource } from '@irisflow/engine-client';
import { fileKindOf } from '../file-kind.ts';
import type { FolderFile } from '../folder-limits.ts';
import { parsedDecisions } from '../parsed-files.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { calledId, startingId, type Publisher } from './definition-id.ts';
import { processesOf } from './folder-definitions.ts';
import { qualifyDecisionFile } from './qualify-decision-file.ts';
import { qualifyProcessFile, type Qualification } from './qualify-process-file.ts';

/** A definition of the engine and where it comes from. */
export interface QualifiedDefinition {
  readonly kind: 'process' | 'decision';
  readonly path: string;
  /** Id in the folder. */
  readonly originalId: string;
  /** Id in the engine. */
  readonly id: string;
}

export interface QualifiedFolder {
  readonly qualification: Qualification;
  readonly resources: readonly EngineResource[];
  readonly definitions: readonly QualifiedDefinition[];
}

interface DecisionFile {
  readonly path: string;
  readonly content: string;
  readonly requirementsId: string;
  readonly decisionIds: readonly string[];
}

const readDecisions = ({ path, content }: FolderFile): DecisionFile[] => {
  const parsed = parsedDecisions(content);
  if (!parsed.ok) return [];
  const { id: requirementsId, decisions, services } = parsed.requirements;
  return [{ path, content, requirementsId, decisionIds: [...decisions, ...services].map(({ id }) => id) }];
};

const mapOf = (ids: Iterable<string>, qualified: (id: string) => string): Map<string, string> =>
  new Map([...ids].map((id) => [id, qualified(id)]));

/** Its name carries the version: an engine that compares contents never takes a version for the one before. */
const resourceName = ({ administration, procedure, version }: Publisher, path: string): string =>
  `${administration}/${procedure}/v${version}/${path}`;

const qualificationOf = (
  folder: ProcedureFolder,
  publisher: Publisher,
  decisionFiles: readonly DecisionFile[],
): Qualification => {
  const { starting, called } = processesOf(folder);
  const toCalled = (id: string) => calledId(publisher, id);
  const calledProcesses = mapOf(called, toCalled);
  return {
    administration: publisher.administration,
    procedure: publisher.procedure,
    processes: new Map([...mapOf(starting, (id) => startingId(publisher, id)), ...calledProcesses]),
    calledProcesses,
    decisions: mapOf(
      decisionFiles.flatMap(({ decisionIds }) => decisionIds),
      toCalled,
    ),
    requirements: mapOf(
      decisionFiles.map(({ requirementsId }) => requirementsId),
      toCalled,
    ),
  };
};

const definitionsOf = (
  folder: ProcedureFolder,
  decisionFiles: readonly DecisionFile[],
  { processes, decisions }: Qualification,
): QualifiedDefinition[] => [
  ...folder.processes.map(
    ({ path, process: { id } }) => ({ kind: 'process', path, originalId: id, id: processes.get(id) ?? id }) as const,
  ),
  ...decisionFiles.flatMap(({ path, decisionIds }) =>
    decisionIds.map((id) => ({ kind: 'decision', path, originalId: id, id: decisions.get(id) ?? id }) as const),
  ),
];

/**
 * The files of a readable folder without errors as they are deployed: every name that the engine matches carries the
 * administration and the procedure, what is called the version too. What people wrote, see and edit stays as it is.
 */
export const qualifyFolder = (folder: ProcedureFolder, publisher: Publisher): QualifiedFolder => {
  const decisionFiles = folder.files.filter(({ path }) => fileKindOf(path) === 'decision').flatMap(readDecisions);
  const qualification = qualificationOf(folder, publisher, decisionFiles);
  const processFiles = folder.files.filter(({ path }) => fileKindOf(path) === 'process');
  const resources = [
    ...processFiles.map(({ path, content }) => ({ path, content: qualifyProcessFile(content, qualification) })),
    ...decisionFiles.map(({ path, content, requirementsId, decisionIds }) => {
      const ids = mapOf([requirementsId, ...decisionIds], (id) => calledId(publisher, id));
      return { path, content: qualifyDecisionFile(content, ids) };
    }),
  ];
  return {
    qualification,
    resources: resources.map(({ path, content }) => ({ name: resourceName(publisher, path), content })),
    definitions: definitionsOf(folder, decisionFiles, qualification),
  };
};
