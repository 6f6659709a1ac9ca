import type { Queryable } from '@irisflow/database';
import type { Erased, Overdue } from './without-case.ts';

/** Rows of one round: nobody waits longer than for these. */
const AT_ONCE = 500;

/** What was owed and is settled stays, without who owed it and for which case; a hold on somebody keeps theirs. */
export const forgetDebtors = (tx: Queryable, { before, today }: Overdue): Promise<Erased[]> =>
  tx.query<Erased & Record<string, unknown>>(
    `with gone as materialized (
       select r.id, r.person_id, r.administration from casework.receivable r
         join casework.receivable_balance b on b.receivable_id = r.id
        where r.debtor is not null and b.due_on < $1::date and b.rest = 0 and b.refund = 0
          and not exists (select from casework.ledger_entry e where e.receivable_id = r.id and e.day >= $1::date)
          and not exists (select from casework.legal_hold h
                where (h.party_id = r.person_id or h.case_id = r.case_id)
                  and h.lifted_at is null and (h.until is null or h.until >= $2::date))
        order by b.due_on, r.id limit ${AT_ONCE})
     update casework.receivable set debtor = null, person_id = null, case_id = null
       from gone where gone.id = receivable.id
     returning gone.person_id, gone.administration`,
    [before, today],
  );

/** What was paid out ten years ago stays, without who got it, on which account and for which case; a hold keeps theirs. */
export const forgetPayees = (tx: Queryable, { before, today }: Overdue): Promise<Erased[]> =>
  tx.query<Erased & Record<string, unknown>>(
    `with gone as materialized (
       select o.id, o.person_id, o.administration from casework.payable o
        where o.payee is not null and o.outcome is not null and o.outcome_on < $1::date
          and not exists (select from casework.legal_hold h
                where (h.party_id = o.person_id or h.case_id = o.case_id)
                  and h.lifted_at is null and (h.until is null or h.until >= $2::date))
        order by o.due_on, o.id limit ${AT_ONCE})
     update casework.payable
        set payee = null, iban = null, communication = '', person_id = null, case_id = null
       from gone where gone.id = payable.id
     returning gone.person_id, gone.administration`,
    [before, today],
  );
/** What banks told of the other side of a movement; one that came for a receivable is known as long as who owed that. */
export const forgetMovements = async (tx: Queryable, { before }: Pick<Overdue, 'before'>): Promise<void> => {
  await tx.query(
    `update casework.bank_movement m set counterparty = '', counterparty_account = '', communication = '', communication_kind = null,
            bank_reference = null, end_to_end_id = null
       from (select o.statement_id, o.place from casework.bank_movement o
               left join casework.payment p on p.id = o.payment_id
              where o.booked_on < $1::date and (o.counterparty <> '' or o.counterparty_account <> '' or o.communication <> '')
                and coalesce(p.payer, '') = '' and coalesce(p.reference, '') = ''
              order by o.booked_on limit ${AT_ONCE}) gone
      where m.statement_id = gone.statement_id and m.place = gone.place`,
    [before],
  );
};

/** What accountants wrote beside payments of which nobody knows any more who made them. */
export const forgetNotes = async (tx: Queryable, { before }: Pick<Overdue, 'before'>): Promise<void> => {
  await tx.query(
    `update casework.payment_note set text = '' where id in (
       select n.id from casework.payment_note n join casework.payment p on p.id = n.payment_id
        where n.text <> '' and p.day < $1::date and p.payer = '' and p.reference = ''
        order by n.at limit ${AT_ONCE})`,
    [before],
  );
};

/** What payers wrote, once it is known no more who owed what they paid. */
export const forgetPayers = async (tx: Queryable, { before }: Pick<Overdue, 'before'>): Promise<void> => {
  await tx.query(
    `update casework.payment set reference = '', payer = '' where id in (
       select p.id from casework.payment p left join casework.receivable r on r.id = p.receivable_id
        where p.day < $1::date and (p.reference <> '' or p.payer <> '') and r.debtor is null
        order by p.day limit ${AT_ONCE})`,
    [before],
  );
};
