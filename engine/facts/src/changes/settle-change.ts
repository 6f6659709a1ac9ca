import { type Actor, appendAudit } from '@irisflow/access';
import {
  type CaseRow,
  hasEnded,
  insertOutbox,
  noteByOffice,
  lockCase,
  recordOpening,
  requireClerkCase,
  touchCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText, requireReason } from '@irisflow/foundation';
import { readFacts } from '../read-facts.ts';
import type { ChangeContent } from '../sealed-answer.ts';
import { insertChange } from '../storage/changes.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ChangeOutcome, OpenChange } from '../views/change.ts';
import type { CaseFacts } from '../views/fact.ts';
import { changeTexts } from './change-texts.ts';

export interface SettleChange {
  readonly caseId: string;
  readonly sourceKey: string;
  /** Of the change as it was read. */
  readonly upTo: string;
  readonly outcome: ChangeOutcome;
  /** From which it counts, as `2026-12`; none where it is left aside. */
  readonly effectiveMonth?: string;
  /** Needed where it is left aside. */
  readonly reason?: string;
}

interface Settling {
  readonly actor: Actor;
  readonly personId: string;
  readonly row: CaseRow;
  readonly change: OpenChange;
  readonly sourceName: LocalizedText;
  readonly month: string | null;
  readonly reason: string;
}

/** The change as whoever settles it saw it: what the source said since, or a colleague settled, is read first. */
const requireOpen = ({ openChanges }: CaseFacts, { sourceKey, upTo }: SettleChange): OpenChange => {
  const change = openChanges.find((one) => one.sourceKey === sourceKey);
  if (change?.upTo === upTo) return change;
  throw new CaseworkError(
    'STALE_REVISION',
    `Expected an open change of ${sourceKey.slice(0, 80)} up to ${upTo}, but ${change === undefined ? 'there is none' : `it goes up to ${change.upTo}`}`,
  );
};

const requireMonth = ({ outcome, effectiveMonth }: SettleChange, { months }: OpenChange): string | null => {
  if (outcome === 'rejected') return null;
  if (effectiveMonth !== undefined && months.includes(effectiveMonth)) return effectiveMonth;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a month from ${months.toSorted()[0]} to ${months.toSorted().at(-1)}, but found ${effectiveMonth ?? 'none'}`,
    { errors: [{ pointer: '/effectiveMonth', keyword: 'enum' }] },
  );
};

/** `address.street` as an object in an object: an expression reads it as it reads the answer of the source. */
const nested = (fields: readonly (readonly [string, unknown])[]): Record<string, unknown> => {
  const whole: Record<string, unknown> = {};
  for (const [field, value] of fields) {
    const path = field.split('.');
    const last = path.pop() ?? field;
    let part = whole;
    for (const name of path) {
      const known = part[name];
      const next = typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {};
      part[name] = next;
      part = next;
    }
    part[last] = value;
  }
  return whole;
};

/** The process hears of it once: from which day on it counts, and what the source said before and says now. */
const tellProcess = (tx: Queryable, { row, change, month }: Settling, at: number) =>
  insertOutbox(tx, {
    caseId: row.id,
    at,
    message: {
      kind: 'publishMessage',
      name: 'source.changed',
      variables: {
        sourceChange: {
          source: change.sourceKey,
          effectiveFrom: `${month}-01`,
          before: nested(change.fields.map(({ field, before }) => [field, before])),
          after: nested(change.fields.map(({ field, after }) => [field, after])),
        },
      },
    },
  });

const note = async (surroundings: Surroundings, tx: Queryable, settling: Settling): Promise<void> => {
  const { clock, random, answers } = surroundings;
  const { actor, personId, row, change, sourceName, month, reason } = settling;
  const { id: caseId, administration } = row;
  const id = random.id();
  const at = clock.now();
  const outcome = month === null ? 'rejected' : 'accepted';
  const fields = change.fields.map(({ field, before, after }) => ({ field, before, after }));
  const content: ChangeContent = { fields, reason };
  await insertChange(tx, {
    id,
    caseId,
    administration,
    sourceKey: change.sourceKey,
    upTo: change.upTo,
    outcome,
    effectiveMonth: month,
    settledBy: personId,
    at,
    sealed: answers.seal(JSON.stringify(content), id),
  });
  await noteByOffice(surroundings, tx, {
    row,
    kind: outcome === 'accepted' ? 'sourceChangeAccepted' : 'sourceChangeRejected',
    text: changeTexts({ sourceName, month }),
    isPublic: true,
  });
  if (month !== null) await tellProcess(tx, settling, at);
  await touchCase(tx, { id: caseId, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'facts.changeSettled',
    object: `case:${caseId}`,
    administration,
    detail: { source: change.sourceKey, outcome, month, fields: fields.map(({ field }) => field) },
  });
};

/**
 * A clerk says what becomes of it that a source says something else than before: it counts from a month on, which the process
 * is told, or it is left aside with a reason. What was said stays as it is.
 */
export const settleChange: UseCase<SettleChange, CaseFacts> = async (surroundings, actor, wanted) => {
  const { database, library, outboxBell } = surroundings;
  const reason = wanted.outcome === 'rejected' ? requireReason(wanted.reason ?? '') : (wanted.reason?.trim() ?? '');
  const facts = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, wanted.caseId);
    const row = await lockCase(tx, wanted.caseId);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a case ${wanted.caseId}, but there is none`);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
    const change = requireOpen(await readFacts(surroundings, tx, { row, audience: 'agent' }), wanted);
    const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
    const source = description.sources.find(({ key }) => key === change.sourceKey);
    await note(surroundings, tx, {
      actor,
      personId: clerk.person.id,
      row,
      change,
      sourceName: source?.name ?? { fr: change.sourceKey, nl: change.sourceKey, en: change.sourceKey },
      month: requireMonth(wanted, change),
      reason,
    });
    await recordOpening(surroundings, tx, { clerk, row });
    return readFacts(surroundings, tx, { row, audience: 'agent' });
  });
  outboxBell.ring();
  return facts;
};
