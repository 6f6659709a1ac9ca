import type { AccessSurroundings, UseCaseOn } from '@irisflow/access';
import type { PlainMail } from './reach/code-mail.ts';

export type Surroundings = AccessSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;

/** What proving an address needs beside. */
export interface ReachSurroundings extends AccessSurroundings {
  /** Sends a mail of the platform itself under a key of its own, and fails when nobody took it; null where it sends none. */
  readonly mailer: ((mail: PlainMail, key: string) => Promise<void>) | null;
}
