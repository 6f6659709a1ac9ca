import { decodeXml } from '@irisflow/xml';
import { type DefinitionSource, loadDefinitionSource } from '../../storage/load/load-definition-source.ts';
import { isVisible, keyOf } from './parts.ts';
import { notFound } from './problem.ts';
import type { Call, RestContext } from './route.ts';

/** The file in UTF-8, as answers say that they are, whatever encoding it was deployed in; one in UTF-8 stays as it is, to the byte. */
const inUtf8 = (source: DefinitionSource): DefinitionSource => {
  const text = decodeXml(source.content, source.content.byteLength);
  const written = Buffer.from(source.content)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return typeof text !== 'string' || text === written ? source : { ...source, content: Buffer.from(text) };
};

/** The file of the definition in the address; `called` names it in the refusal when there is none. */
export const findSource = async (
  call: Call,
  { engine, database }: RestContext,
  called: string,
): Promise<DefinitionSource> => {
  const key = keyOf<string>(call);
  const source = await loadDefinitionSource(database, key);
  if (source !== null && isVisible(engine, source.tenant_id)) return inUtf8(source);
  throw notFound(`Expected to find a ${called} with key '${key}', but there is none`);
};
