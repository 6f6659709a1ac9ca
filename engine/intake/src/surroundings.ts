import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings, Mailer } from '@irisflow/casework';

/** What letting people in by links to their address needs beside. */
export interface MailLinkSurroundings extends CaseworkSurroundings {
  /** Null where the platform sends no mail. */
  readonly mailer: Mailer | null;
}

export type Surroundings = CaseworkSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
