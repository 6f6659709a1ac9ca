import type { Queryable } from '@irisflow/database';
import { type Actor, actorReference, appendAudit } from '@irisflow/access';
import { type DeployedDefinition, askEngine } from '@irisflow/engine-client';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { type DefinitionRow, insertDefinitions } from './storage/definitions.ts';
import { findApproval, insertApproval } from './storage/approvals.ts';
import { insertException, listExceptionRows } from './storage/exceptions.ts';
import {
  type DraftRow,
  type VersionRow,
  countRunningByVersion,
  findVersion,
  insertVersion,
  listDraftFiles,
  lockProcedureDraft,
  rebaseDraft,
} from './storage/procedures.ts';
import { endDeployment } from './storage/reservations.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ProcedureVersion } from './views/procedure.ts';
import type { ReleaseFinding } from './views/release-finding.ts';
import { withBlocks } from './blocks/with-blocks.ts';
import { connectorOfferFor } from './connector-offer.ts';
import { contentHashOf } from './content-hash.ts';
import { hasErrors } from './lint/lint-folder.ts';
import { lintProcedure } from './lint/lint-procedure.ts';
import type { ProcedureDescription } from './procedure-description.ts';
import { type Publisher, startingId } from './publication/definition-id.ts';
import { type QualifiedFolder, qualifyFolder } from './publication/qualify-folder.ts';
import { releaseFindings } from './publication/release-findings.ts';
import { releaseUnlessUncertain, reserveVersion } from './publication/reserve-version.ts';
import { type ProcedureFolder, readFolder } from './read-folder.ts';
import { declareRightSources } from './right-sources/declare-right-sources.ts';
import { withReopenedWork } from './reopening/reopened-work.ts';
import { authorOf, requireDraft } from './require-procedure.ts';
import { viewVersion } from './view-procedures.ts';
import { refuseUnqualified } from './publication/unqualified-problems.ts';

export interface Publication {
  readonly key: string;
  readonly note: string;
  readonly revision: number;
  /** Why it is published although scenarios are red or a way never ends. */
  readonly reason?: string;
}

const requireClean = async (
  surroundings: Surroundings,
  { procedure_key: key, administration }: DraftRow,
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
  throw new CaseworkError('PROCEDURE_INVALID', `Expected ${key} without errors, but the lint found some`, { problems });
};

/** What is to become a version. */
interface Release extends Publication {
  readonly folder: ProcedureFolder;
  readonly description: ProcedureDescription;
  readonly contentHash: string;
  readonly administration: string;
  readonly findings: readonly ReleaseFinding[];
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

/** Reasons for asking about others are for a second person to approve; what the platform itself seeds, its operator has approved. */
const requestApproval = async (
  { clock }: Surroundings,
  tx: Queryable,
  { actor, release, version }: { actor: Actor; release: Release; version: number },
): Promise<void> => {
  const { key, administration, description } = release;
  if (description.sources.every(({ reasonForOthers }) => reasonForOthers === undefined)) return;
  const approved = actor.kind === 'job' ? { at: isoOf(clock.now()), by: authorOf(actor) } : null;
  await insertApproval(tx, { key, version, administration, requestedBy: actorReference(actor), approved });
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

/**
 * What speaks against a version is found here, whatever the browser of its author has found; then somebody has to answer for it. What
 * the platform itself seeds, its tests have played.
 */
const requireReasonFor = async (
  actor: Actor,
  folder: ProcedureFolder,
  { key, reason = '' }: Publication,
): Promise<readonly ReleaseFinding[]> => {
  if (actor.kind === 'job') return [];
  const findings = await releaseFindings(folder);
  if (findings.length === 0 || reason.trim() !== '') return findings;
  throw new CaseworkError(
    'PUBLICATION_NEEDS_REASON',
    `Expected a reason to publish ${key}, for ${findings.length} findings speak against it, but found none`,
    { errors: findings.map(({ kind, file }) => ({ pointer: `/${file}`, keyword: kind })) },
  );
};

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
      publishedBy: authorOf(actor),
      note,
      process: mainOf(publisher, description, definitions),
      files: release.folder.files,
      assurance: description.assurance ?? null,
    });
    await requestApproval(surroundings, tx, { actor, release, version });
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
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.published',
      object: `procedure:${key}`,
      administration,
      detail: { version, contentHash, ...auditedException(release) },
    });
    return requireVersion(await findVersion(tx, { key, version }), publisher);
  });

const publishRelease = async (surroundings: Surroundings, actor: Actor, release: Release): Promise<VersionRow> => {
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

/** Publishes the draft as the next version. Publishing what is already published answers that version. */
export const publish: UseCase<Publication, ProcedureVersion> = async (surroundings, actor, publication) => {
  const { database } = surroundings;
  const { key, revision } = publication;
  const draft = await requireDraft(database, actor, key);
  if (draft.revision !== revision)
    throw new CaseworkError('STALE_REVISION', `Expected revision ${draft.revision} of ${key}, but found ${revision}`);
  const folder = readFolder(withBlocks(await listDraftFiles(database, key)));
  const description = await requireClean(surroundings, draft, folder);
  const contentHash = contentHashOf(folder.files);
  const { administration } = draft;
  const findings = await requireReasonFor(actor, folder, publication);
  const release = { ...publication, folder, description, contentHash, administration, findings };
  const row = await publishRelease(surroundings, actor, release);
  const running = await countRunningByVersion(database, key);
  return viewVersion(row, {
    running: running.get(row.version) ?? 0,
    approval: await findApproval(database, { key, version: row.version }),
    exception: (await listExceptionRows(database, key)).find(({ version }) => version === row.version),
    isOwn: true,
  });
};
