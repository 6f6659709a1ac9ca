import type { Queryable } from '@irisflow/database';
import { type Actor, appendAudit } from '@irisflow/access';
import { type DeployedDefinition, askEngine } from '@irisflow/engine-client';
import { CaseworkError, type ProcedureProblem, isoOf } from '@irisflow/foundation';
import { type DefinitionRow, insertDefinitions } from '../storage/definitions.ts';
import { insertApproval } from '../storage/approvals.ts';
import { insertException } from '../storage/exceptions.ts';
import { type VersionRow, findVersion, insertVersion, lockProcedureDraft, rebaseDraft } from '../storage/procedures.ts';
import { endDeployment } from '../storage/reservations.ts';
import { endLive } from '../storage/scheduled-publications.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';
import { connectorOfferFor } from '../connector-offer.ts';
import { hasErrors } from '../lint/lint-folder.ts';
import { lintProcedure } from '../lint/lint-procedure.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { withReopenedWork } from '../reopening/reopened-work.ts';
import { declareRightSources } from '../right-sources/declare-right-sources.ts';
import { type Publisher, startingId } from './definition-id.ts';
import { type QualifiedFolder, qualifyFolder } from './qualify-folder.ts';
import { releaseUnlessUncertain, reserveVersion } from './reserve-version.ts';
import { refuseUnqualified } from './unqualified-problems.ts';

/** The first errors, for a log: each with its code, its file and its element. */
const namesOf = (problems: readonly ProcedureProblem[], most = 5): string => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const names = errors
    .slice(0, most)
    .map(({ code, file, elementId }) => `${code} (${elementId === null ? '' : `${elementId} in `}${file})`);
  return errors.length > most ? `${names.join(', ')} and ${errors.length - most} more` : names.join(', ');
};

/** What the folder says of itself, when nothing stands between it and its publication now. */
export const requireClean = async (
  surroundings: Surroundings,
  { key, administration }: Pick<Release, 'key' | 'administration'>,
  folder: ProcedureFolder,
): Promise<ProcedureDescription> => {
  const offer = await connectorOfferFor(surroundings, administration);
  const problems = await lintProcedure(surroundings.database, folder, { ...offer, administration });
  if (folder.description !== null && !hasErrors(problems)) {
    if (folder.description.key === key) return folder.description;
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected procedure.json to keep the key ${key}, but found ${folder.description.key}`,
    );
  }
  throw new CaseworkError('PROCEDURE_INVALID', `Expected ${key} without errors, but found ${namesOf(problems)}`, {
    problems,
  });
};

/** What is to become a version, and in whose name. */
export interface Release {
  readonly key: string;
  readonly note: string;
  /** Of the draft that it is; null for what was set aside for an hour and is no draft any more. */
  readonly revision: number | null;
  /** Why it is published although scenarios are red or a way never ends. */
  readonly reason?: string;
  readonly folder: ProcedureFolder;
  readonly description: ProcedureDescription;
  readonly contentHash: string;
  readonly administration: string;
  readonly findings: readonly ReleaseFinding[];
  readonly publishedBy: string;
  /** By reference; who else approves its reasons, or has approved them. */
  readonly requestedBy: string;
  readonly approved: { readonly at: string; readonly by: string } | null;
}

/** What the engine answered for each definition; it must know every process, but not every kind of decision. */
const definitionRows = (
  publisher: Publisher,
  { definitions }: QualifiedFolder,
  deployed: readonly DeployedDefinition[],
): DefinitionRow[] =>
  definitions.flatMap(({ kind, id, path, originalId }) => {
    const found = deployed.find((each) => each.kind === kind && each.id === id);
    if (found === undefined && kind === 'process')
      throw new CaseworkError('ENGINE_REFUSED', `Expected the deployment to hold process ${id}, but it does not`);
    if (found === undefined) return [];
    return {
      procedure_key: publisher.procedure,
      version: publisher.version,
      administration: publisher.administration,
      kind,
      definition_key: found.key,
      definition_id: id,
      engine_version: found.version,
      path,
      original_id: originalId,
    };
  });

/** Deploys all processes and decisions in one deployment; the engine knows an identical one again. */
const deploy = async (
  { engine }: Surroundings,
  publisher: Publisher,
  folder: ProcedureFolder,
): Promise<DefinitionRow[]> => {
  const qualified = qualifyFolder(withReopenedWork(folder), publisher);
  refuseUnqualified(qualified);
  return definitionRows(publisher, qualified, await askEngine(engine.deploy(qualified.resources)));
};

const mainOf = (publisher: Publisher, { process }: ProcedureDescription, definitions: readonly DefinitionRow[]) => {
  const id = startingId(publisher, process.id);
  const main = definitions.find(({ definition_id: found }) => found === id);
  if (main !== undefined) return { id, key: main.definition_key, version: main.engine_version };
  throw new CaseworkError('ENGINE_REFUSED', `Expected the deployment to hold process ${id}, but it does not`);
};

const requireVersion = (row: VersionRow | undefined, { procedure, version }: Publisher): VersionRow => {
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected version ${version} of ${procedure}, but it is gone`);
};

/** Reasons for asking about others are for a second person to approve. */
export const needsApproval = ({ sources }: ProcedureDescription): boolean =>
  sources.some(({ reasonForOthers }) => reasonForOthers !== undefined);

const requestApproval = async (
  tx: Queryable,
  { release, version }: { release: Release; version: number },
): Promise<void> => {
  const { key, administration, description, requestedBy, approved } = release;
  if (needsApproval(description)) await insertApproval(tx, { key, version, administration, requestedBy, approved });
};

/** Keeps with the version why it was published all the same. */
const noteException = async (
  tx: Queryable,
  { release, version }: { release: Release; version: number },
): Promise<void> => {
  const { key, administration, findings, reason } = release;
  if (findings.length === 0 || reason === undefined) return;
  await insertException(tx, { key, version, administration, reason: reason.trim(), findings: [...findings] });
};

const auditedException = ({ findings, reason }: Release) =>
  findings.length === 0 ? {} : { against: findings.length, reason: reason ?? null };

/** Writes the version that was deployed, once: whoever published the same content at the same moment finds it here. */
const store = (
  surroundings: Surroundings,
  actor: Actor,
  release: Release,
  deployed: { readonly publisher: Publisher; readonly definitions: readonly DefinitionRow[] },
): Promise<VersionRow> =>
  surroundings.database.transaction(async (tx) => {
    const { publisher, definitions } = deployed;
    const { version } = publisher;
    const { key, note, contentHash, administration, description } = release;
    await lockProcedureDraft(tx, key);
    const known = await findVersion(tx, { key, version });
    if (known !== undefined) return known;
    await insertVersion(tx, {
      key,
      version,
      contentHash,
      at: surroundings.clock.now(),
      publishedBy: release.publishedBy,
      note,
      process: mainOf(publisher, description, definitions),
      files: release.folder.files,
      assurance: description.assurance ?? null,
    });
    await requestApproval(tx, { release, version });
    await noteException(tx, { release, version });
    await insertDefinitions(tx, definitions);
    await declareRightSources(tx, {
      administration,
      procedureKey: key,
      version,
      rights: release.folder.rights,
      at: surroundings.clock.now(),
    });
    await endDeployment(tx, { key, version });
    await rebaseDraft(tx, key, version);
    await endLive(tx, { key, contentHash, version, at: isoOf(surroundings.clock.now()) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.published',
      object: `procedure:${key}`,
      administration,
      detail: { version, contentHash, ...auditedException(release) },
    });
    return requireVersion(await findVersion(tx, { key, version }), publisher);
  });

/** Makes a release the next version, once however often it is tried; what is published already is that version. */
export const publishRelease = async (
  surroundings: Surroundings,
  actor: Actor,
  release: Release,
): Promise<VersionRow> => {
  const { key, administration, description } = release;
  const reserved = await reserveVersion(surroundings, actor, { ...release, reference: description.reference });
  if (reserved.kind === 'published') return reserved.row;
  const { version } = reserved;
  const publisher = { administration, procedure: key, version };
  try {
    const definitions = await deploy(surroundings, publisher, release.folder);
    return await store(surroundings, actor, release, { publisher, definitions });
  } catch (thrown) {
    await releaseUnlessUncertain(surroundings, { key, version }, thrown);
    throw thrown;
  }
};
