import type { Locale } from '@irisflow/foundation';
import { giveBackDailyMail, type MailAddress, takeDailyMail } from '@irisflow/parties';
import type { CaseworkSurroundings } from '../surroundings.ts';
import { type LetterNotice, neutralNotice } from './letter-notice.ts';

/** Sends a mail of the platform itself; under the same key again it is the same mail. Fails when nobody took it. */
export type Mailer = (notice: LetterNotice, key: string) => Promise<void>;

/** What whoever sends mails needs beside casework. */
export interface MailingSurroundings extends CaseworkSurroundings {
  /** Null where the platform sends no mail. */
  readonly mailer: Mailer | null;
}

/** Sends a notice to an address. One that did not go counts for nothing: another may go there today. */
export const sendNotice = async (
  surroundings: MailingSurroundings,
  mail: MailAddress,
  [notice, key]: Parameters<Mailer>,
): Promise<void> => {
  await surroundings.mailer?.(notice, key).catch(async (thrown: unknown) => {
    await giveBackDailyMail(surroundings, mail);
    throw thrown;
  });
};

interface News {
  readonly caseId: string;
  readonly mail: MailAddress;
  readonly language: Locale;
  readonly key: string;
}

/** Says that a case has news and nothing of them. Where nobody vouches for the address, it names no case and comes once a day at most. */
export const mailNews = async (surroundings: MailingSurroundings, news: News): Promise<void> => {
  const { caseId, mail, language, key } = news;
  if (surroundings.mailer === null || !(await takeDailyMail(surroundings, mail))) return;
  const url = `${surroundings.publicUrl}/${language}/my/cases${mail.isVerified ? `/${caseId}` : ''}`;
  await sendNotice(surroundings, mail, [neutralNotice({ to: mail.to, language, url }), key]);
};
