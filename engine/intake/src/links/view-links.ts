import { namesOf } from '@irisflow/access';
import { type CaseRow, findCases, listAppealsOf, requireClerkCase, requireSharedCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { endStatuses } from '@irisflow/procedures';
import { listLinks, listSuspects, type LinkRow } from '../storage/links.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseLinksView, CaseLinkView, OtherCase } from '../views/link.ts';

const viewOther = async ({ library }: Surroundings, db: Queryable, row: CaseRow): Promise<OtherCase> => ({
  id: row.id,
  reference: row.reference,
  title: (await library.version(db, row.procedure_key, row.procedure_version)).description.title,
  status: row.status,
  applicant: row.applicant,
  submittedAt: instantOf(row.submitted_at),
});

type Others = ReadonlyMap<string, OtherCase>;

const othersOf = async (surroundings: Surroundings, db: Queryable, ids: readonly string[]): Promise<Others> => {
  const rows = await findCases(db, [...new Set(ids)]);
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await viewOther(surroundings, db, row)] as const)));
};

/** That a case is an appeal is part of it: nobody linked it, nobody takes it back. */
const inborn = async (db: Queryable, row: CaseRow): Promise<(Omit<CaseLinkView, 'other'> & { otherId: string })[]> => {
  const of = (otherId: string, direction: 'to' | 'from', at: Date | string) => ({
    id: null,
    kind: 'appealOf' as const,
    direction,
    otherId,
    reason: '',
    madeBy: null,
    madeAt: instantOf(at),
  });
  const appeals = await listAppealsOf(db, row.id);
  return [
    ...(row.appeal_of === null ? [] : [of(row.appeal_of, 'to', row.submitted_at)]),
    ...appeals.map((appeal) => of(appeal.id, 'from', appeal.submitted_at)),
  ];
};

const viewLink = (row: CaseRow, link: LinkRow, names: ReadonlyMap<string, string>) => ({
  id: link.id,
  kind: link.kind,
  direction: link.case_id === row.id ? ('to' as const) : ('from' as const),
  otherId: link.case_id === row.id ? link.of_case_id : link.case_id,
  reason: link.reason,
  madeBy: link.made_by === null ? null : (names.get(link.made_by) ?? null),
  madeAt: instantOf(link.made_at),
});

/** How a case belongs to others, in both directions, and which open ones may be the same matter. */
export const viewLinks = async (surroundings: Surroundings, db: Queryable, row: CaseRow): Promise<CaseLinksView> => {
  const stored = await listLinks(db, row.id);
  const names = await namesOf(
    db,
    stored.flatMap(({ made_by: by }) => by ?? []),
  );
  const links = [...(await inborn(db, row)), ...stored.map((link) => viewLink(row, link, names))];
  const suspects = await listSuspects(db, { caseId: row.id, ended: endStatuses });
  const others = await othersOf(surroundings, db, [...links.map(({ otherId }) => otherId), ...suspects]);
  return {
    links: links.flatMap(({ otherId, ...link }) => {
      const other = others.get(otherId);
      return other === undefined ? [] : [{ ...link, other }];
    }),
    suspects: suspects.flatMap((id) => others.get(id) ?? []),
  };
};

/** What a clerk reads beside the file of a case. */
export const getLinks: UseCase<{ caseId: string }, CaseLinksView> = async (surroundings, actor, { caseId }) => {
  const { row } = await requireClerkCase(surroundings.database, actor, caseId);
  return viewLinks(surroundings, surroundings.database, row);
};

/** The same for the applicant: cases of theirs alone, without who linked them and why the office did. */
export const getMyLinks: UseCase<{ caseId: string }, CaseLinksView> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireSharedCase(surroundings, database, actor, caseId);
  const { links, suspects } = await viewLinks(surroundings, database, row);
  return { links: links.map((link) => ({ ...link, reason: '', madeBy: null })), suspects };
};
