import { requireStaff } from '../actor.ts';
import { countAuditRows, searchAuditRows, type AuditFilter } from '../storage/audit.ts';
import { instantOf, type Page, pageLimit, likePattern, cursorNumber } from '@irisflow/foundation';
import { apiTokenNames } from '../storage/api-tokens.ts';
import { namesOf } from '../storage/people.ts';
import type { UseCase } from '../surroundings.ts';
import type { AuditEntry } from '../views/audit-entry.ts';

export interface ListAudit {
  /** Anywhere in who, what and about what. */
  readonly search?: string;
  /** A reference such as `person:<id>`. */
  readonly actor?: string;
  readonly action?: string;
  /** A reference such as `case:<id>`. */
  readonly object?: string;
  /** Days in Brussels, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const PERSON = 'person:';
const API_TOKEN = 'apiToken:';
const idsIn = (kind: typeof PERSON | typeof API_TOKEN, actor: string): string[] =>
  actor.startsWith(kind) ? [actor.slice(kind.length)] : [];

const filterOf = (chain: string, input: ListAudit): AuditFilter => ({
  chain,
  search: likePattern(input.search),
  actor: input.actor ?? null,
  action: input.action ?? null,
  object: input.object ?? null,
  from: input.from ?? null,
  to: input.to ?? null,
});

/** The audit log of the reader's administration, the newest first. */
export const listAudit: UseCase<ListAudit, Page<AuditEntry>> = async ({ database }, actor, input) => {
  const { administration: chain } = requireStaff(actor, ['auditor', 'administrator']);
  const limit = pageLimit(input.limit);
  const filter = filterOf(chain, input);
  const rows = await searchAuditRows(database, filter, { before: cursorNumber(input.cursor), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const idsOf = (kind: typeof PERSON | typeof API_TOKEN) => shown.flatMap((row) => idsIn(kind, row.actor));
  const people = await namesOf(database, idsOf(PERSON));
  const systems = await apiTokenNames(database, idsOf(API_TOKEN));
  const nameOf = (actor: string): string | undefined =>
    idsIn(PERSON, actor).map((id) => people.get(id))[0] ?? idsIn(API_TOKEN, actor).map((id) => systems.get(id))[0];
  const items = shown.map((row) => ({
    sequence: Number(row.sequence),
    at: instantOf(row.at),
    actor: row.actor,
    // Colleagues and other systems by name; whoever applied for something stays a reference.
    actorName: nameOf(row.actor) ?? null,
    action: row.action,
    object: row.object,
    outcome: row.outcome,
    detail: { ...row.detail },
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
  const last = items.at(-1);
  return {
    items,
    total: await countAuditRows(database, filter),
    nextCursor: rows.length > limit && last !== undefined ? String(last.sequence) : null,
  };
};
