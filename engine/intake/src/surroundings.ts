import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings, LetterNotice } from '@irisflow/casework';

/** What letting people in by links to their address needs beside. */
export interface MailLinkSurroundings extends CaseworkSurroundings {
  /** Null where the platform sends no mail. */
  readonly mailer: ((notice: LetterNotice) => Promise<void>) | null;
}

export type Surroundings = CaseworkSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
