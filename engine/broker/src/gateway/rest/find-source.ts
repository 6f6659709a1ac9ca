import { type DefinitionSource, loadDefinitionSource } from '../../storage/load/load-definition-source.ts';
import { isVisible, keyOf } from './parts.ts';
import { notFound } from './problem.ts';
import type { Call, RestContext } from './route.ts';

/** The file of the definition in the address; `called` names it in the refusal when there is none. */
export const findSource = async (
  call: Call,
  { engine, database }: RestContext,
  called: string,
): Promise<DefinitionSource> => {
  const key = keyOf<string>(call);
  const source = await loadDefinitionSource(database, key);
  if (source !== null && isVisible(engine, source.tenant_id)) return source;
  throw notFound(`Expected to find a ${called} with key '${key}', but there is none`);
};
