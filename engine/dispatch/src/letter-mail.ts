import { senderOf } from '@irisflow/branding';
import { type CaseRow, letterNotice, type LetterNotice, neutralNotice } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { type MailAddress, takeDailyMail } from '@irisflow/parties';
import type { Surroundings } from './surroundings.ts';

/** What a mail may say of a letter, and to whom. */
export interface Announced {
  readonly mail: MailAddress;
  readonly language: Locale;
  /** Its name in that language. */
  readonly administration: string;
  /** The last day to answer what the letter asks; null when it asks nothing. */
  readonly answerBy: string | null;
}

/** The mail that tells of a letter. Where it goes that nobody vouches for, it says nothing of the case and comes once a day at most. */
export const letterMail = async (
  surroundings: Surroundings,
  row: CaseRow,
  { mail, language, administration, answerBy }: Announced,
): Promise<LetterNotice | null> => {
  const { to, isVerified } = mail;
  const { publicUrl } = surroundings;
  const url = `${publicUrl}/${language}/my/cases/${row.id}`;
  if (isVerified) {
    const sender = await senderOf(surroundings.database, row.administration, language);
    return letterNotice({ to, language, reference: row.reference, administration, url, answerBy, sender });
  }
  const isFirst = await takeDailyMail(surroundings, mail);
  return isFirst ? neutralNotice({ to, language, url: `${publicUrl}/${language}/my/cases` }) : null;
};
