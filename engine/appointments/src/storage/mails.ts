import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { AppointmentMail, AppointmentRow } from './appointments.ts';
import { tables } from './tables.ts';

/** A mail that nobody takes is tried as often, later and later: more than a day in all. */
const MOST_TRIES = 8;

/** The next mail that is due, taken so that one process alone sends it, and tried again later where it does not go. */
export const takeMail = async (db: Queryable, now: number): Promise<AppointmentRow | undefined> => {
  const rows = await db.query<AppointmentRow>(
    `update casework.appointment a
        set mail_tries = mail_tries + 1, mail_due = $1::timestamptz + interval '10 minutes' * power(2, mail_tries)
      where a.id = (select o.id from casework.appointment o
                     where o.mail is not null and o.mail_due <= $1::timestamptz and o.mail_tries < $2
                     order by o.mail_due limit 1 for update skip locked)
      returning a.*`,
    [isoOf(now), MOST_TRIES],
  );
  return rows[0];
};

interface NextMail {
  readonly mail: AppointmentMail;
  readonly due: number;
}

/** What follows a mail that went, unless somebody moved or canceled the appointment meanwhile. */
export const settleMail = async (
  db: Queryable,
  { id, moves, mail }: AppointmentRow,
  next: NextMail | null,
): Promise<void> => {
  await tables(db)
    .updateTable('appointment')
    .set({ mail: next?.mail ?? null, mail_due: next === null ? null : isoOf(next.due), mail_tries: 0 })
    .where('id', '=', id)
    .where('moves', '=', moves)
    .where('mail', '=', mail)
    .execute();
};
