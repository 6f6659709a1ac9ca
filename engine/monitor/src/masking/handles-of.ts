import { handlesIn } from '@irisflow/access';
import type { EngineVariable } from '@irisflow/engine-client';
import { valueOf } from './value-of.ts';

/** Every handle that an instance carries, whatever copied it there. */
export const handlesOf = (variables: readonly EngineVariable[]): string[] =>
  handlesIn(variables.map(({ name, value }) => ({ [name]: valueOf(value) })));
