import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';
import type { SealedBox } from '@irisflow/foundation';
import type { Registers } from './registers.ts';

/** What facts need beside casework. */
export interface FactsSurroundings extends CaseworkSurroundings {
  readonly registers: Registers;
  /** Seals what sources said. */
  readonly answers: SealedBox;
}

export type Surroundings = FactsSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
