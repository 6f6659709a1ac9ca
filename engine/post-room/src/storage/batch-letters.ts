import type { Queryable, Row } from '@irisflow/database';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { PrintedWay } from '../views/batches.ts';

/** A letter that waits to be printed. */
export interface ToPrint extends Row {
  id: string;
  case_id: string;
  participant_id: string | null;
  language: Locale;
  addressee: string;
}

export interface Waiting {
  readonly administration: string;
  readonly way: PrintedWay;
  readonly language: Locale | null;
  /** Whether letters of this way leave with a carrier: then those alone are printed that it does not take. */
  readonly isCarried: boolean;
  readonly limit: number;
}

const numberOf = `(select f.number from casework.notice_fate f
  where f.notice_id = n.id and f.number is not null
    and not exists (select from casework.notice_fate c where c.corrects = f.id)
  order by f.recorded_at desc limit 1)`;

/** Letters of a way that wait to be posted and that nobody has in hand, the eldest first. */
export const listToPrint = (
  db: Queryable,
  { administration, way, language, isCarried, limit }: Waiting,
): Promise<ToPrint[]> =>
  db.query<ToPrint>(
    `select n.id, n.case_id, n.participant_id, l.language, coalesce(l.recipient, k.applicant) as addressee
       from casework.notice n join casework.letter l on l.id = n.letter_id join casework.case_file k on k.id = n.case_id
      where n.administration = $1 and n.paper = 'toPost' and l.channels @> to_jsonb($2::text)
        and ($3::text is null or l.language = $3)
        and not exists (select from casework.handover h where h.notice_id = n.id and h.channel = $2)
        and not exists (select from casework.notice_fate f where f.notice_id = n.id and f.channel = $2
          and f.kind <> 'annulled' and not exists (select from casework.notice_fate c where c.corrects = f.id))
        and (not $4::boolean or exists (select from casework.consignment s
          where s.notice_id = n.id and s.channel = $2 and s.state in ('rejected', 'withdrawn')))
      order by n.at, n.id limit $5`,
    [administration, way, language, isCarried, limit],
  );

export interface PlacedLetter {
  readonly noticeId: string;
  readonly caseId: string;
  readonly position: number;
  readonly postcode: string | null;
}

interface Into {
  readonly batchId: string;
  readonly administration: string;
  readonly way: PrintedWay;
  readonly letters: readonly PlacedLetter[];
}

/** Takes letters in hand for a batch; answers those of them that nobody else had. */
export const holdLetters = async (
  tx: Queryable,
  { batchId, administration, way, letters }: Omit<Into, 'letters'> & { readonly letters: readonly ToPrint[] },
): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ notice_id: string }>(
    `insert into casework.handover (notice_id, channel, case_id, administration, batch_id)
     select u.notice_id, $3, u.case_id, $4, $5 from unnest($1::text[], $2::text[]) as u (notice_id, case_id)
     on conflict do nothing returning notice_id`,
    [letters.map(({ id }) => id), letters.map(({ case_id: caseId }) => caseId), way, administration, batchId],
  );
  return new Set(rows.map(({ notice_id: id }) => id));
};

export const insertLetters = async (
  tx: Queryable,
  { batchId, administration, letters }: Omit<Into, 'way'>,
): Promise<void> => {
  await tx.query(
    `insert into casework.print_batch_letter (batch_id, notice_id, case_id, administration, position, postcode, state)
     select $1, u.notice_id, u.case_id, $2, u.position, u.postcode, 'printed'
       from unnest($3::text[], $4::text[], $5::int[], $6::text[]) as u (notice_id, case_id, position, postcode)`,
    [
      batchId,
      administration,
      letters.map(({ noticeId }) => noticeId),
      letters.map(({ caseId }) => caseId),
      letters.map(({ position }) => position),
      letters.map(({ postcode }) => postcode),
    ],
  );
};

export interface BatchLetter extends Row {
  notice_id: string;
  case_id: string;
  position: number;
  postcode: string | null;
  state: 'printed' | 'posted' | 'left';
  reference: string;
  addressee: string;
  subject: LocalizedText;
  language: Locale;
  document_id: string;
  number: string | null;
}

/** The letters of a batch that the reader may see, in the order in which they are printed. */
export const listLetters = (db: Queryable, batchId: string): Promise<BatchLetter[]> =>
  db.query<BatchLetter>(
    `select i.notice_id, i.case_id, i.position, i.postcode, i.state, k.reference,
            coalesce(l.recipient, k.applicant) as addressee, n.subject, l.language, l.document_id, ${numberOf} as number
       from casework.print_batch_letter i join casework.notice n on n.id = i.notice_id
       join casework.letter l on l.id = n.letter_id join casework.case_file k on k.id = i.case_id
      where i.batch_id = $1 order by i.position`,
    [batchId],
  );

/** What became of letters of a batch; those that did not go are in nobody's hand any more. */
export const settleLetters = async (
  tx: Queryable,
  batchId: string,
  { posted, left }: { readonly posted: readonly string[]; readonly left: readonly string[] },
): Promise<void> => {
  await tx.query(
    `update casework.print_batch_letter
        set state = case when notice_id = any($2::text[]) then 'posted' else 'left' end
      where batch_id = $1 and notice_id = any($2::text[] || $3::text[])`,
    [batchId, posted, left],
  );
  await tx.query('delete from casework.handover where batch_id = $1 and notice_id = any($2::text[])', [batchId, left]);
};

/** In which batch letters are printed, by letter. */
export const listHolding = (
  db: Queryable,
  noticeIds: readonly string[],
): Promise<{ notice_id: string; id: string; number: number }[]> =>
  db.query(
    `select h.notice_id, b.id, b.number from casework.handover h join casework.print_batch b on b.id = h.batch_id
      where h.notice_id = any($1::text[])`,
    [noticeIds],
  );
