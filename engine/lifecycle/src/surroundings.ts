import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings, LetterNotice } from '@irisflow/casework';

export interface Surroundings extends CaseworkSurroundings {
  /** Sends a mail of the platform itself; null where it sends none. */
  readonly mailer: ((notice: LetterNotice) => Promise<void>) | null;
}
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
