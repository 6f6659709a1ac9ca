import { requireStaff } from '../actor.ts';
import { countAuditRows, searchAuditRows } from '../storage/audit.ts';
import { instantOf } from '../storage/columns.ts';
import type { UseCase } from '../surroundings.ts';
import type { AuditEntry } from '../views/monitor.ts';
import type { Page } from '../views/text.ts';
import { pageLimit, likePattern, cursorNumber } from '../paging.ts';

export interface ListAudit {
  readonly search?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The audit log of the reader's administration, the newest first. */
export const listAudit: UseCase<ListAudit, Page<AuditEntry>> = async ({ database }, actor, input) => {
  const { administration: chain } = requireStaff(actor, ['auditor', 'administrator']);
  const limit = pageLimit(input.limit);
  const search = likePattern(input.search);
  const rows = await searchAuditRows(database, { chain, search, before: cursorNumber(input.cursor), limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => ({
    sequence: Number(row.sequence),
    at: instantOf(row.at),
    actor: row.actor,
    action: row.action,
    object: row.object,
    outcome: row.outcome,
    hash: row.hash,
  }));
  const last = items.at(-1);
  return {
    items,
    total: await countAuditRows(database, { chain, search }),
    nextCursor: rows.length > limit && last !== undefined ? String(last.sequence) : null,
  };
};
