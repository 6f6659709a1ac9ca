import { namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { factsOfTerm, listTerms } from '@irisflow/terms';
import type { CaseRow } from '@irisflow/casework';
import { isArrivalRule } from '../fates/arrival.ts';
import type { Fate } from '../fates/fate.ts';
import { standing, stateOn } from '../fates/standing.ts';
import { listFates, listTermMoves, type TermMove } from '../storage/fates.ts';
import type { NoticeRow } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FateView, MyNotice, NoticeTerm, NoticeView } from './notice.ts';

/** A letter with what became of it and what it starts. */
export interface WholeNotice {
  readonly notice: NoticeRow;
  readonly fates: readonly Fate[];
  readonly moves: ReadonlyMap<string, TermMove>;
  readonly term: NoticeTerm | null;
}

type TermOf = (notice: NoticeRow) => NoticeTerm | null;

const termsOf = async ({ library }: Surroundings, db: Queryable, row: CaseRow): Promise<TermOf> => {
  const runs = new Map((await listTerms(db, [row.id])).map((term) => [term.id, term]));
  const { description } = await library.version(db, row.procedure_key, row.procedure_version);
  return ({ term_key: key, term_id: id }) => {
    const described = description.terms.find((term) => term.key === key);
    if (id === null || described === undefined) return null;
    const run = runs.get(id);
    const facts = run ?? factsOfTerm(described);
    const { startsAfter } = facts.rule;
    if (!isArrivalRule(startsAfter)) return null;
    const { label, isServiceTarget, binds } = facts;
    const running = run === undefined ? null : { state: run.state, actOn: run.actOn, dueOn: run.dueOn };
    return { label, startsAfter, isServiceTarget, binds, running };
  };
};

export const readWhole = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, notices }: { readonly row: CaseRow; readonly notices: readonly NoticeRow[] },
): Promise<WholeNotice[]> => {
  const ids = notices.map(({ id }) => id);
  const fates = await listFates(db, ids);
  const moves = await listTermMoves(db, ids);
  const termOf = await termsOf(surroundings, db, row);
  return notices.map((notice) => ({ notice, fates: fates.get(notice.id) ?? [], moves, term: termOf(notice) }));
};

const viewChannels = ({ notice, fates }: WholeNotice) =>
  notice.channels.map((channel) => {
    const state = stateOn(fates, channel);
    return { channel, state: state?.kind ?? null, day: state?.day ?? null };
  });

const viewFates = ({ fates, moves }: WholeNotice, names: ReadonlyMap<string, string>): FateView[] => {
  const standingIds = new Set(standing(fates).map(({ id }) => id));
  return fates.map((fate) => {
    const { id, channel, kind, day, recordedAt, source, recordedBy, reason, number, corrects } = fate;
    const move = moves.get(id);
    return {
      id,
      channel,
      kind,
      day,
      recordedAt: new Date(recordedAt).toISOString(),
      source,
      recordedBy: recordedBy === null ? null : (names.get(recordedBy) ?? null),
      reason,
      number,
      corrects,
      stands: standingIds.has(id),
      moved: move === undefined ? null : { actOn: move.actOn, dueOn: move.dueOn },
    };
  });
};

export const numberIn = (fates: readonly Fate[]): string | null =>
  standing(fates).findLast(({ number }) => number !== null)?.number ?? null;

/** For the office: everything, with who of it said what. */
export const viewNotices = async (db: Queryable, wholes: readonly WholeNotice[]): Promise<NoticeView[]> => {
  const sayers = wholes.flatMap(({ fates }) => fates.flatMap(({ recordedBy }) => recordedBy ?? []));
  const names = await namesOf(db, sayers);
  return wholes.map((whole) => {
    const { notice, fates, term } = whole;
    return {
      id: notice.id,
      caseId: notice.case_id,
      subject: notice.subject,
      language: notice.language,
      sentAt: instantOf(notice.at),
      documentId: notice.document_id,
      recipient: notice.recipient,
      copyOf: notice.copy_of,
      channels: viewChannels(whole),
      number: numberIn(fates),
      fates: viewFates(whole, names),
      term,
    };
  });
};

/** For whom it is: how it stands, and what it starts; what the office promises itself is no right of theirs. */
export const viewMine = (whole: WholeNotice): MyNotice => {
  const { notice, term } = whole;
  return {
    id: notice.id,
    subject: notice.subject,
    sentAt: instantOf(notice.at),
    documentId: notice.document_id,
    isCopy: notice.copy_of !== null,
    channels: viewChannels(whole),
    term: term?.isServiceTarget === true ? null : term,
  };
};
