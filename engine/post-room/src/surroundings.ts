import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';
import type { Bell } from '@irisflow/foundation';
import type { CarriedChannel, LetterCarrier } from './carriers/letter-carrier.ts';

/** What letters leave the house with. */
export interface PostRoomSurroundings extends CaseworkSurroundings {
  /** Who carries them, by way; null where nobody does. */
  readonly carriers: Readonly<Record<CarriedChannel, LetterCarrier | null>>;
  /** Rung when a letter is to be handed over, or a carrier has something to say. */
  readonly carrierBell: Bell;
}

export type Surroundings = PostRoomSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
