import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { askEngine } from '../engine/engine-failure.ts';
import type { DeployedProcess } from '../engine/engine.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import {
  countRunningByVersion,
  findLatestVersion,
  insertVersion,
  listDraftFiles,
  rebaseDraft,
  type VersionRow,
} from '../storage/procedures.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ProcedureVersion } from '../views/procedure.ts';
import { contentHashOf } from './content-hash.ts';
import { fileKindOf } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { hasErrors, lintFolder } from './lint/lint-folder.ts';
import type { ProcedureDescription } from './procedure-description.ts';
import { readFolder } from './read-folder.ts';
import { authorOf, requireDraft, requireRevision } from './require-procedure.ts';
import { viewVersion } from './view-procedures.ts';

export interface Publication {
  readonly key: string;
  readonly note: string;
  readonly revision: number;
}

const requireClean = (
  { connectorTypes }: Surroundings,
  key: string,
  files: readonly FolderFile[],
): ProcedureDescription => {
  const folder = readFolder(files);
  const problems = lintFolder(folder, connectorTypes);
  if (folder.description !== null && !hasErrors(problems)) {
    if (folder.description.key === key) return folder.description;
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected procedure.json to keep the key ${key}, but found ${folder.description.key}`,
    );
  }
  throw new CaseworkError('PROCEDURE_INVALID', `Expected ${key} without errors, but the lint found some`, { problems });
};

const isDeployable = ({ path }: FolderFile): boolean => ['process', 'decision'].includes(fileKindOf(path) ?? '');

/** Deploys all processes and decisions in one deployment; the engine knows an identical one again. */
const deploy = async (
  { engine }: Surroundings,
  { key, process }: ProcedureDescription,
  files: readonly FolderFile[],
): Promise<DeployedProcess> => {
  const resources = files.filter(isDeployable).map(({ path, content }) => ({ name: `${key}/${path}`, content }));
  const deployed = await askEngine(engine.deploy(resources));
  const main = deployed.find(({ processDefinitionId }) => processDefinitionId === process.id);
  if (main !== undefined) return main;
  throw new CaseworkError('ENGINE_REFUSED', `Expected the deployment to hold process ${process.id}, but it does not`);
};

interface Finished extends Publication {
  readonly files: readonly FolderFile[];
  readonly process: DeployedProcess;
  readonly administration: string;
}

const store = (surroundings: Surroundings, actor: Actor, finished: Finished): Promise<VersionRow> => {
  const { key, note, files, process } = finished;
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    // Somebody may have saved while the engine deployed; what is published is what was linted.
    await requireRevision(tx, actor, finished);
    const version = ((await findLatestVersion(tx, key))?.version ?? 0) + 1;
    const contentHash = contentHashOf(files);
    const at = clock.now();
    await insertVersion(tx, { key, version, contentHash, at, publishedBy: authorOf(actor), note, process, files });
    await rebaseDraft(tx, key, version);
    const row = await findLatestVersion(tx, key);
    if (row === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected version ${version} of ${key}, but it is gone`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.published',
      object: `procedure:${key}`,
      administration: finished.administration,
      detail: { version, contentHash },
    });
    return row;
  });
};

/** Publishes the draft as the next version. Publishing what is already published answers that version. */
export const publish: UseCase<Publication, ProcedureVersion> = async (surroundings, actor, publication) => {
  const { database } = surroundings;
  const { key, revision } = publication;
  const draft = await requireDraft(database, actor, key);
  if (draft.revision !== revision)
    throw new CaseworkError('STALE_REVISION', `Expected revision ${draft.revision} of ${key}, but found ${revision}`);
  const files = await listDraftFiles(database, key);
  const description = requireClean(surroundings, key, files);
  const latest = await findLatestVersion(database, key);
  const isKnown = latest !== undefined && latest.content_hash === contentHashOf(files);
  const row = isKnown
    ? latest
    : await store(surroundings, actor, {
        ...publication,
        files,
        process: await deploy(surroundings, description, files),
        administration: draft.administration,
      });
  const running = await countRunningByVersion(database, key);
  return viewVersion(row, running.get(row.version) ?? 0);
};
