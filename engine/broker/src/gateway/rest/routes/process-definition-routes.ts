import type { ProcessDefinitionKey, ProcessDefinitionView } from '@irisflow/protocol';
import { Type } from 'typebox';
import { loadDefinitionSource } from '../../../storage/load/load-definition-source.ts';
import { countElements } from '../../../storage/search/count-elements.ts';
import { processDefinitions } from '../../../storage/search/nouns/process-definition.ts';
import { keyOf } from '../parts.ts';
import { notFound } from '../problem.ts';
import { ok, reading, type RestContext, type Route, route, xml } from '../route.ts';
import { JsonObject, maybe } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

const withStartForm = (
  items: readonly Omit<ProcessDefinitionView, 'hasStartForm'>[],
  { diagrams }: RestContext,
): Promise<ProcessDefinitionView[]> =>
  Promise.all(
    items.map(async (item) => ({
      ...item,
      hasStartForm: (await diagrams.of(item.processDefinitionKey)).hasStartForm,
    })),
  );

const diagram = reading('/process-definitions/:key/xml', async (call, { database }) => {
  const key = keyOf<ProcessDefinitionKey>(call);
  const source = await loadDefinitionSource(database, key);
  if (source === null) throw notFound(`Expected to find a process definition with key '${key}', but there is none`);
  return xml(Buffer.from(source.content).toString('utf8'));
});

const Statistics = Type.Object({ filter: maybe(JsonObject) });

const statistics = route(
  'POST',
  '/process-definitions/:key/statistics/element-instances',
  Statistics,
  async (call, { database }) => {
    const key = keyOf<ProcessDefinitionKey>(call);
    return ok({ items: await countElements(database, { by: 'definition', key, filter: call.body.filter ?? {} }) });
  },
);

export const processDefinitionRoutes: readonly Route[] = [
  searchRoute('/process-definitions/search', { noun: () => processDefinitions, complete: withStartForm }),
  findRoute('/process-definitions', {
    noun: processDefinitions,
    called: 'process definition',
    complete: withStartForm,
  }),
  diagram,
  statistics,
];
