import { requireClerk } from '@irisflow/access';
import { cursorOf, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import type { Queryable } from '@irisflow/database';
import type { PaperWork } from '../fates/standing.ts';
import { stateOn } from '../fates/standing.ts';
import { letterNumber } from '../letter-number.ts';
import { listFates } from '../storage/fates.ts';
import { countPaper, listByNumber, listPaper, type PostRow } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { PostedNotice, PostRoom } from '../views/notice.ts';

export interface PostRoomQuery {
  /** What is left to do; to be posted where it is left out. */
  readonly work?: PaperWork;
  /** Of a registered letter, as it was scanned: it is found whatever is left to do. */
  readonly number?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const viewPosted = async (db: Queryable, rows: readonly PostRow[]): Promise<PostedNotice[]> => {
  const fates = await listFates(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const way = row.channels.includes('registered') ? 'registered' : 'post';
    const state = stateOn(fates.get(row.id) ?? [], way);
    return {
      id: row.id,
      caseId: row.case_id,
      reference: row.reference,
      addressee: row.recipient ?? row.applicant,
      subject: row.subject,
      sentAt: instantOf(row.at),
      documentId: row.document_id,
      way,
      number: row.number,
      state: state?.kind ?? null,
      day: state?.day ?? null,
    };
  });
};

/** Letters on paper of my administration: what has to be posted, and registered ones whose end is not known, the eldest first. */
export const readPostRoom: UseCase<PostRoomQuery, PostRoom> = async ({ database }, actor, query) => {
  const { administration } = requireClerk(actor);
  const { work = 'toPost', cursor } = query;
  const number = query.number === undefined ? '' : letterNumber(query.number);
  const limit = pageLimit(query.limit);
  const after = positionOf(cursor, 'instant');
  const rows =
    number === ''
      ? await listPaper(database, {
          administration,
          paper: work,
          after: after === null ? null : { at: after.sort, id: after.id },
          limit: limit + 1,
        })
      : await listByNumber(database, { administration, number });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = number === '' && rows.length > limit && last !== undefined;
  const counts = {
    toPost: await countPaper(database, { administration, paper: 'toPost' }),
    underway: await countPaper(database, { administration, paper: 'underway' }),
  };
  return {
    items: await viewPosted(database, items),
    total: number === '' ? counts[work] : items.length,
    nextCursor: isMore ? cursorOf({ sort: instantOf(last.at), id: last.id }) : null,
    ...counts,
  };
};
