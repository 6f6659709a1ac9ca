import { type Actor, actorReference } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { findApproval } from './storage/approvals.ts';
import { listExceptionRows } from './storage/exceptions.ts';
import { countRunningByVersion, listDraftFiles } from './storage/procedures.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ProcedureVersion } from './views/procedure.ts';
import type { ReleaseFinding } from './views/release-finding.ts';
import { withBlocks } from './blocks/with-blocks.ts';
import { contentHashOf } from './content-hash.ts';
import { type Release, publishRelease, requireClean } from './publication/release.ts';
import { releaseFindings } from './publication/release-findings.ts';
import { type ProcedureFolder, readFolder } from './read-folder.ts';
import { authorOf, requireDraft } from './require-procedure.ts';
import { viewVersion } from './view-procedures.ts';

export interface Publication {
  readonly key: string;
  readonly note: string;
  readonly revision: number;
  /** Why it is published although scenarios are red or a way never ends. */
  readonly reason?: string;
}

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

/** The draft as it was seen, checked and ready to become a version. */
export const prepareRelease = async (
  surroundings: Surroundings,
  actor: Actor,
  publication: Publication,
): Promise<Release> => {
  const { database, clock } = surroundings;
  const { key, revision } = publication;
  const draft = await requireDraft(database, actor, key);
  if (draft.revision !== revision)
    throw new CaseworkError('STALE_REVISION', `Expected revision ${draft.revision} of ${key}, but found ${revision}`);
  const { administration } = draft;
  const folder = readFolder(withBlocks(await listDraftFiles(database, key)));
  const description = await requireClean(surroundings, { key, administration }, folder);
  const findings = await requireReasonFor(actor, folder, publication);
  const by = authorOf(actor);
  return {
    ...publication,
    folder,
    description,
    contentHash: contentHashOf(folder.files),
    administration,
    findings,
    publishedBy: by,
    requestedBy: actorReference(actor),
    // What the platform itself seeds, its operator has approved.
    approved: actor.kind === 'job' ? { at: isoOf(clock.now()), by } : null,
  };
};

/** Publishes the draft as the next version. Publishing what is already published answers that version. */
export const publish: UseCase<Publication, ProcedureVersion> = async (surroundings, actor, publication) => {
  const { database } = surroundings;
  const { key } = publication;
  const row = await publishRelease(surroundings, actor, await prepareRelease(surroundings, actor, publication));
  const running = await countRunningByVersion(database, key);
  return viewVersion(row, {
    running: running.get(row.version) ?? 0,
    approval: await findApproval(database, { key, version: row.version }),
    exception: (await listExceptionRows(database, key)).find(({ version }) => version === row.version),
    isOwn: true,
  });
};
