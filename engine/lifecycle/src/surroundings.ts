import type { UseCaseOn } from '@irisflow/access';
import type { MailingSurroundings } from '@irisflow/casework';

export type Surroundings = MailingSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;

/** What the effect of an appeal needs: a connector brings no mailer. */
export type EffectSurroundings = Omit<Surroundings, 'mailer'>;
