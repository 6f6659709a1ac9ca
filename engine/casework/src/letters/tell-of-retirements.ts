import { senderOf } from '@irisflow/branding';
import { dayOf } from '@irisflow/calendar';
import { type MailAddress, reachInCase, reachOf, takeDailyMail } from '@irisflow/parties';
import { type RetirementMailRow, settleRetirementMail, takeRetirementMail } from '../storage/retirement-mails.ts';
import { neutralNotice } from './letter-notice.ts';
import { type MailingSurroundings, sendNotice } from './mail-news.ts';
import { retirementNotice } from './retirement-notice.ts';

const BATCH = 50;

/** As they agreed to be reached; who came by a link in a mail alone is reached by no other way. */
const addressOf = async (
  { database }: MailingSurroundings,
  { person_id: partyId, account, is_mail_alone: isMailAlone }: RetirementMailRow,
): Promise<MailAddress | null> => {
  const vouched = account === null ? null : { to: account, isVerified: true };
  if (isMailAlone) return vouched;
  const { email } = await reachOf(database, partyId);
  const noted = email === null ? null : { to: email.value, isVerified: email.isVerified };
  return (await reachInCase(database, { partyId, address: vouched ?? noted })).mail;
};

/** Where nobody vouches for the address it says that there is news, once a day at most. */
const send = async (surroundings: MailingSurroundings, row: RetirementMailRow): Promise<void> => {
  const { language, administration, drafts_until: until } = row;
  const address = await addressOf(surroundings, row);
  if (address === null || surroundings.mailer === null) return;
  if (!(await takeDailyMail(surroundings, address))) return;
  const { to, isVerified } = address;
  const url = `${surroundings.publicUrl}/${language}/my/cases`;
  const sender = isVerified ? await senderOf(surroundings.database, administration, language) : null;
  const notice = isVerified
    ? { ...retirementNotice({ to, language, until, url }), ...(sender !== null && { sender }) }
    : neutralNotice({ to, language, url });
  await sendNotice(surroundings, address, [notice, `retirement ${row.retirement_id} ${row.draft_id} ${row.kind}`]);
};

/** Tells whoever began an application of a procedure that ends until when it can be filed: once, and again before that day. */
export const tellOfRetirements = async (surroundings: MailingSurroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (let count = 0; count < BATCH; count += 1) {
    const now = clock.now();
    const row = await takeRetirementMail(database, { now, today: dayOf(now) });
    if (row === undefined) break;
    try {
      await send(surroundings, row);
      await settleRetirementMail(database, row);
    } catch (thrown) {
      // One address that no server takes keeps nobody else from hearing.
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
};
