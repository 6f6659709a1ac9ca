import { senderOf } from '@irisflow/branding';
import { addDays, dayOf, instantAt } from '@irisflow/calendar';
import { neutralNotice, sendNotice } from '@irisflow/casework';
import { type MailAddress, reachInCase, reachOf, takeDailyMail } from '@irisflow/parties';
import { slotOf } from '../booking/view-appointments.ts';
import type { AppointmentRow } from '../storage/appointments.ts';
import { settleMail, takeMail } from '../storage/mails.ts';
import type { Surroundings } from '../surroundings.ts';
import { appointmentNotice } from './appointment-notice.ts';

const BATCH = 50;
/** The day before, when people are up. */
const REMINDED_AT = '09:00';

const addressOf = async ({ database }: Surroundings, personId: string): Promise<MailAddress | null> => {
  const { email } = await reachOf(database, personId);
  const address = email === null ? null : { to: email.value, isVerified: email.isVerified };
  return (await reachInCase(database, { partyId: personId, address })).mail;
};

/** Says when somebody is expected; where nobody vouches for the address, that there is news, once a day at most. */
const send = async (surroundings: Surroundings, row: AppointmentRow): Promise<void> => {
  const { language, mail, person_id: personId } = row;
  const address = personId === null ? null : await addressOf(surroundings, personId);
  if (address === null || mail === null || surroundings.mailer === null) return;
  if (!(await takeDailyMail(surroundings, address))) return;
  const { to } = address;
  const url = `${surroundings.publicUrl}/${language}/my/appointments`;
  const sender = address.isVerified ? await senderOf(surroundings.database, row.administration, language) : null;
  const notice = address.isVerified
    ? { ...appointmentNotice({ to, language, mail, from: slotOf(row).from, url }), ...(sender !== null && { sender }) }
    : neutralNotice({ to, language, url });
  await sendNotice(surroundings, address, [notice, `appointment ${row.id} ${mail} ${row.moves}`]);
};

const reminderOf = (row: AppointmentRow, now: number) => {
  const due = instantAt(addDays(dayOf(slotOf(row).from), -1), REMINDED_AT);
  return row.mail === 'confirmation' && due !== null && due > now ? ({ mail: 'reminder', due } as const) : null;
};

/** A reminder that comes too late, or of what is over, tells nothing. */
const isNews = ({ mail, state, ...row }: AppointmentRow, now: number): boolean =>
  mail === 'cancellation' || (state === 'booked' && +new Date(row.starts_at) > now);

/** Confirms, reminds of and cancels appointments by mail, for those who agreed to mails and have an address. */
export const tellOfAppointments = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (let count = 0; count < BATCH; count += 1) {
    const now = clock.now();
    const row = await takeMail(database, now);
    if (row === undefined) break;
    try {
      if (isNews(row, now)) await send(surroundings, row);
      await settleMail(database, row, reminderOf(row, now));
    } catch (thrown) {
      // One address that no server takes keeps nobody else from hearing.
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
};
