import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings, LetterNotice } from '@irisflow/casework';

/** Sends a mail of the platform itself; fails when nobody took it. */
export type Mailer = (notice: LetterNotice) => Promise<void>;

/** What messages need beside casework. */
export interface MessagesSurroundings extends CaseworkSurroundings {
  /** Null where the platform sends no mail. */
  readonly mailer: Mailer | null;
}

export type Surroundings = MessagesSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
