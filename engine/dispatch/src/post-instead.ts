import { noteByOffice, postLetter } from '@irisflow/casework';
import type { LocalizedText } from '@irisflow/foundation';
import { type LetterMailRow, markPosted } from './storage/letter-mails.ts';
import type { Surroundings } from './surroundings.ts';

const textOf = (subject: string): LocalizedText => ({
  fr: `Ce courrier n’a pas pu être annoncé par e-mail et doit être envoyé par la poste : ${subject}`,
  nl: `Deze brief kon niet per e-mail worden aangekondigd en moet met de post worden verstuurd: ${subject}`,
  en: `This letter could not be announced by mail and has to be posted: ${subject}`,
});

/** Nobody hears of a letter by mail: it is marked as to be posted, and whoever handles the case reads so. */
export const postInstead = async (
  surroundings: Surroundings,
  { letter_id: letterId, case_id: caseId, administration }: LetterMailRow,
): Promise<void> =>
  surroundings.database.transaction(async (tx) => {
    await markPosted(tx, { letterId, at: surroundings.clock.now() });
    const subject = await postLetter(tx, letterId);
    // It is posted already.
    if (subject === undefined) return;
    await noteByOffice(surroundings, tx, {
      row: { id: caseId, administration },
      kind: 'letter.toPost',
      text: textOf(subject),
      isPublic: false,
    });
  });
