import { handlesIn } from '@irisflow/access';
import type { EngineVariable } from '@irisflow/engine-client';

/** A variable from its JSON text; what is no JSON counts as text. */
export const valueOf = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
};

/** Every handle that an instance carries, whatever copied it there. */
export const handlesOf = (variables: readonly EngineVariable[]): string[] =>
  handlesIn(variables.map(({ name, value }) => ({ [name]: valueOf(value) })));
