import type { CaseworkSurroundings, LetterNotice } from '@irisflow/casework';

export type Surroundings = CaseworkSurroundings;

/** What the round of mails needs beside casework. */
export interface MailingSurroundings extends CaseworkSurroundings {
  /** Null where the platform sends no mail. */
  readonly mailer: ((notice: LetterNotice) => Promise<void>) | null;
}
