import { type Queryable, type RawBuilder, sql } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { addressPointers, endStatuses } from '@irisflow/procedures';
import { tables } from './tables.ts';
import type { Ground } from '../views/campaign.ts';
import type {
  CaseSelection,
  KindOfRight,
  LeftOut,
  RightSelection,
  Selection,
  SelectionCount,
} from '../views/selection.ts';

/** Whom a campaign is for, as it is looked for on a day. */
export interface Wanted {
  readonly administration: string;
  readonly selection: Selection;
  readonly ground: Ground;
  /** The procedure whose application answers. */
  readonly procedureKey: string;
  readonly today: string;
  /** One who was written down before: whether they still fit, and have not filed since by any way. */
  readonly again?: {
    readonly campaignId: string;
    readonly rightId: string | null;
    readonly personId: string;
    /** By which they were known then. */
    readonly caseId: string;
    readonly since: string;
  };
}

/** Somebody who fits, through a case of the administration. */
export interface Selected {
  readonly right_id: string | null;
  readonly case_id: string;
  readonly person_id: string;
  readonly language: Locale;
  readonly on_paper: boolean;
  /** Why they get no letter all the same; null where they do. */
  readonly left_out: LeftOut | null;
}

type Part = RawBuilder<unknown>;
const nothing = sql``;

/** A right as it stands on a day, or as it will begin. */
const standing = (right: string, today: string): Part => sql`(
  select v.state, v.effect, v.data, v.valid_to from casework.right_version v
   where v.right_id = ${sql.ref(`${right}.id`)} and v.effective_on <= greatest(${today}::date, ${sql.ref(`${right}.begins_on`)})
   order by v.effective_on desc, v.sequence desc limit 1)`;

/** Those that end in the days wanted are found by their end; all others of the kind are not read. */
const ending = ({ ends }: RightSelection, administration: string): Part =>
  ends === null
    ? nothing
    : sql`and n.valid_to between ${ends.from}::date and ${ends.from}::date + ${ends.days}::int
          and r.id in (select v.right_id from casework.right_version v where v.administration = ${administration}
                        and v.valid_to between ${ends.from}::date and ${ends.from}::date + ${ends.days}::int)`;

const fields = ({ where }: RightSelection): Part =>
  where.length === 0
    ? nothing
    : sql`${sql.join(
        where.map(({ field, is }) => sql`and n.data ->> ${field}::text = ${is}`),
        sql` `,
      )}`;

const ofRights = (selection: RightSelection, { administration, today, again }: Wanted): Part => sql`
  select r.id as right_id, r.case_id, r.person_id, n.valid_to as ends
    from casework.granted_right r cross join lateral ${standing('r', today)} n
   where r.administration = ${administration} and r.procedure_key = ${selection.procedureKey} and r.kind = ${selection.kind}
     and n.state = any(${selection.states}::text[]) ${ending(selection, administration)} ${fields(selection)}
     ${again === undefined ? nothing : sql`and r.id = ${again.rightId}`}`;

const filed = ({ filedFrom, filedTo }: CaseSelection): Part => sql`
  ${filedFrom === null ? nothing : sql`and f.submitted_at >= ${filedFrom}::timestamp at time zone 'Europe/Brussels'`}
  ${filedTo === null ? nothing : sql`and f.submitted_at < (${filedTo}::date + 1)::timestamp at time zone 'Europe/Brussels'`}`;

/** Whom the administration takes for one person gets one letter, of the last case. */
const ofCases = (selection: CaseSelection, { administration, again }: Wanted): Part => sql`
  select distinct on (coalesce(m.into_party_id, f.person_id))
         null::text as right_id, f.id as case_id, f.person_id, null::date as ends
    from casework.case_file f
    left join casework.party_merge m on m.administration = f.administration and m.party_id = f.person_id and m.undone_at is null
   where f.administration = ${administration} and f.procedure_key = ${selection.procedureKey}
     and f.status = any(${selection.statuses}::text[]) and f.appeal_of is null ${filed(selection)}
     ${again === undefined ? nothing : sql`and f.person_id = ${again.personId}`}
   order by coalesce(m.into_party_id, f.person_id), f.submitted_at desc, f.id`;

const holding = (kind: KindOfRight | null, { administration, today }: Wanted): Part =>
  kind === null
    ? nothing
    : sql`and not exists (
        select from casework.granted_right w cross join lateral ${standing('w', today)} s
         where w.person_id = x.person_id and w.administration = ${administration}
           and w.procedure_key = ${kind.procedureKey} and w.kind = ${kind.kind}
           and s.effect <> 'ended' and (s.valid_to is null or s.valid_to >= ${today}::date))`;

/** A case of theirs goes on in the procedure that answers; or once they were written down, they filed one that answers no other letter. */
const hasFiled = ({ administration, procedureKey, again }: Wanted): Part => sql`exists (
  select from casework.case_file o
   where o.person_id = x.person_id and o.administration = ${administration} and o.procedure_key = ${procedureKey}
     and o.id <> ${again === undefined ? sql`x.case_id` : again.caseId} and o.appeal_of is null
     and ((o.closed_at is null and o.status <> all(${[...endStatuses]}::text[]))
          ${again === undefined ? nothing : sql`or o.submitted_at >= ${again.since}::timestamptz`})
     ${
       again === undefined
         ? nothing
         : sql`and not exists (select from casework.campaign_recipient t
                 where t.campaign_id = ${again.campaignId} and t.answer_case_id = o.id)`
     })`;

const isCanceled = sql`(exists (select from casework.party_identifier i where i.party_id = x.person_id and i.state = 'canceled')
  and not exists (select from casework.party_identifier i where i.party_id = x.person_id and i.state <> 'canceled'))`;

/** Where answers have the address of an envelope. */
const hasAddress = sql`(${sql.join(
  addressPointers.map((pointer) => sql`jsonb_typeof(f.data #> ${pointer.split('/').slice(1)}::text[]) = 'object'`),
  sql` or `,
)})`;

const readsPortal = sql`(p.kind = 'organization' or coalesce(k.portal, false))`;

/** Everybody who fits, and of each how they are reached and why they are left out all the same. */
const selected = (wanted: Wanted): Part => {
  const { selection, administration, ground } = wanted;
  return sql`
    select x.right_id, x.case_id, x.person_id, x.ends, f.language,
           (not ${readsPortal} or coalesce(k.post, false)) as on_paper,
           case when ${isCanceled} then 'canceled'
                when ${hasFiled(wanted)} then 'answered'
                when ${ground} <> 'duty' and h.choice = 'objects' then 'objected'
                when ${ground} = 'consent' and h.choice is distinct from 'agrees' then 'notAgreed'
                when not ${readsPortal} and (${hasAddress}) is not true then 'unreachable' end as left_out
      from (${selection.from === 'rights' ? ofRights(selection, wanted) : ofCases(selection, wanted)}) x
      join casework.case_file f on f.id = x.case_id
      join casework.party p on p.id = x.person_id
      left join lateral (
        select bool_or(c.channel = 'portal') as portal, bool_or(c.channel = 'post') as post
          from casework.channel_choice c where c.party_id = x.person_id and c.withdrawn_at is null) k on true
      left join casework.campaign_choice h
        on h.party_id = x.person_id and h.administration = ${administration} and h.withdrawn_at is null
     where true ${selection.language === null ? nothing : sql`and f.language = ${selection.language}`}
       ${holding(selection.without, wanted)}`;
};

/** Those who fit, whose right ends first to begin with. */
export const listSelected = async (
  db: Queryable,
  wanted: Wanted,
  page: { readonly offset: number; readonly limit: number } | null = null,
): Promise<Selected[]> => {
  const cut =
    page === null
      ? nothing
      : sql`where w.left_out is null order by w.ends nulls last, w.case_id, w.right_id
      offset ${page.offset} limit ${page.limit}`;
  const order = page === null ? sql`order by w.ends nulls last, w.case_id, w.right_id` : nothing;
  const { rows } = await sql<Selected>`
    select w.right_id, w.case_id, w.person_id, w.language, w.on_paper, w.left_out
      from (${selected(wanted)}) w ${cut} ${order}`.execute(tables(db));
  return rows;
};

interface CountedRow {
  readonly left_out: LeftOut | null;
  readonly language: Locale;
  readonly on_paper: boolean;
  readonly letters: string | number;
  /** In the row that counts nothing else. */
  readonly parties: string | number | null;
}

const summed = (rows: readonly CountedRow[], is: (row: CountedRow) => boolean): number =>
  rows.filter(is).reduce((sum, { letters }) => sum + Number(letters), 0);

/** How many fit, and how many of them are left out by which reason. */
export const countSelected = async (db: Queryable, wanted: Wanted): Promise<SelectionCount> => {
  const { rows } = await sql<CountedRow>`
    with whole as materialized (${selected(wanted)})
    select left_out, language, on_paper, count(*) as letters, null::bigint as parties from whole group by 1, 2, 3
    union all
    select null, null, null, 0, count(distinct person_id) from whole where left_out is null`.execute(tables(db));
  const counted = rows.filter(({ parties }) => parties === null);
  const going = counted.filter(({ left_out: reason }) => reason === null);
  const reasons = [...new Set(counted.flatMap(({ left_out: reason }) => reason ?? []))].toSorted();
  const of = (locale: Locale) => summed(going, ({ language }) => language === locale);
  return {
    letters: summed(going, () => true),
    parties: Number(rows.find(({ parties }) => parties !== null)?.parties ?? 0),
    byLanguage: { fr: of('fr'), nl: of('nl'), en: of('en') },
    onPaper: summed(going, ({ on_paper: isOnPaper }) => isOnPaper),
    leftOut: reasons.map((reason) => ({ reason, count: summed(counted, (row) => row.left_out === reason) })),
  };
};
