import { requireDesigner, appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { approveVersionRow, lockApproval } from './storage/approvals.ts';
import { listExceptionRows } from './storage/exceptions.ts';
import { countRunningByVersion, findVersion } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import type { ProcedureVersion } from './views/procedure.ts';
import { isRequestedBy } from './requested-by.ts';
import { requireOwnProcedure } from './require-procedure.ts';
import { viewVersion } from './view-procedures.ts';

export interface ApprovedVersion {
  readonly key: string;
  readonly version: number;
}

/**
 * Approves the reasons that a version gives for asking about others than the applicant, by somebody else than its
 * publisher; the version is in use from then on. Approving again changes nothing.
 */
export const approveVersion: UseCase<ApprovedVersion, ProcedureVersion> = async (surroundings, actor, wanted) => {
  const { database, clock } = surroundings;
  const { key, version } = wanted;
  return database.transaction(async (tx) => {
    await requireOwnProcedure(tx, actor, key);
    const { person, administration } = requireDesigner(actor);
    const row = await findVersion(tx, wanted);
    const approval = await lockApproval(tx, wanted);
    if (row === undefined || approval === undefined)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected version ${version} of ${key} to wait for approval, but it does not`,
      );
    if (await isRequestedBy(tx, approval, actor))
      throw new CaseworkError('FOUR_EYES', `Expected somebody else than the publisher to approve version ${version}`);
    const running = (await countRunningByVersion(tx, key)).get(version) ?? 0;
    const exception = (await listExceptionRows(tx, key)).find((each) => each.version === version);
    if (approval.approved_at !== null) return viewVersion(row, { running, approval, exception, isOwn: false });
    const approved = { approved_at: isoOf(clock.now()), approved_by: person.name };
    await approveVersionRow(tx, { ...wanted, at: approved.approved_at, by: approved.approved_by });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.reasonsApproved',
      object: `procedure:${key}`,
      administration,
      detail: { version, requestedBy: approval.requested_by },
    });
    return viewVersion(row, {
      running,
      approval: { ...approval, ...approved },
      exception,
      isOwn: false,
    });
  });
};
