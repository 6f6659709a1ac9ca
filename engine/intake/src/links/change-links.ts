import { appendAudit, requireClerk } from '@irisflow/access';
import { type CaseRow, findCase, recordOpening, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { lockLink, removeLinkRow } from '../storage/links.ts';
import type { UseCase } from '../surroundings.ts';
import type { CaseLinkKind, CaseLinksView } from '../views/link.ts';
import { linkCases, noteLink } from './link-cases.ts';
import { viewLinks } from './view-links.ts';

export interface LinkCase {
  readonly caseId: string;
  readonly kind: CaseLinkKind;
  readonly ofCaseId: string;
  readonly reason: string;
}

/** Says that a case is the appeal, the renewal, the follow-up or the duplicate of another one. */
export const linkCase: UseCase<LinkCase, CaseLinksView> = async (surroundings, actor, wanted) => {
  const reason = requireReason(wanted.reason);
  return surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, wanted.caseId);
    const { row: of } = await requireClerkCase(tx, actor, wanted.ofCaseId);
    await linkCases(surroundings, tx, { actor, kind: wanted.kind, caseId: row.id, of, reason });
    for (const opened of [row, of]) await recordOpening(surroundings, tx, { clerk, row: opened });
    return viewLinks(surroundings, tx, row);
  });
};

const bothOf = async (tx: Queryable, ids: readonly [string, string]): Promise<readonly [CaseRow, CaseRow]> => {
  const [later, earlier] = [await findCase(tx, ids[0]), await findCase(tx, ids[1])];
  if (later !== undefined && earlier !== undefined) return [later, earlier];
  throw new CaseworkError('NOT_FOUND', `Expected cases ${ids.join(' and ')}, but one of them is gone`);
};

export interface UnlinkCase {
  readonly caseId: string;
  readonly linkId: string;
  readonly reason: string;
}

/** Takes a link back. That it was there, and why it is not, stays on record. */
export const unlinkCase: UseCase<UnlinkCase, CaseLinksView> = async (surroundings, actor, wanted) => {
  const reason = requireReason(wanted.reason);
  const { person } = requireClerk(actor);
  const { clock, database } = surroundings;
  return database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, wanted.caseId);
    const link = await lockLink(tx, wanted.linkId);
    const isOfCase = link?.case_id === row.id || link?.of_case_id === row.id;
    if (link === undefined || !isOfCase || link.removed_at !== null)
      throw new CaseworkError('NOT_FOUND', `Expected a link ${wanted.linkId} of ${row.id}, but there is none`);
    await removeLinkRow(tx, { id: link.id, by: person.id, at: isoOf(clock.now()), reason });
    const [later, earlier] = await bothOf(tx, [link.case_id, link.of_case_id]);
    await noteLink(surroundings, tx, { what: 'removed', kind: link.kind, later, earlier });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'case.unlinked',
      object: `case:${link.case_id}`,
      administration: row.administration,
      detail: { link: link.id, kind: link.kind, of: link.of_case_id },
    });
    return viewLinks(surroundings, tx, row);
  });
};
