import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { countElements } from '../../../storage/search/count-elements.ts';
import { processDefinitions } from '../../../storage/search/nouns/process-definition.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { gives, givesText } from '../answer.ts';
import { findSource } from '../find-source.ts';
import { filterSchema } from '../noun-schemas.ts';
import { keyOf } from '../parts.ts';
import { ok, type Route, route, xml } from '../route.ts';
import { Int, JsonObject, maybe, shape, Text } from '../schemas.ts';
import { findRoute, listSchema, searchRoute } from '../search-routes.ts';

const diagramTraits = { summary: 'Gives the file that the process was deployed with.', answer: givesText('text/xml') };

const diagram = route('GET /process-definitions/:key/xml', diagramTraits, async (call, context) => {
  const source = await findSource(call, context, 'process definition');
  return xml(Buffer.from(source.content).toString('utf8'));
});

const ElementCount = Type.Object({ elementId: Text, active: Int, canceled: Int, incidents: Int, completed: Int });
/** Counts for each element of a diagram. */
export const elementCounts = gives(listSchema(ElementCount));

const statistics = route(
  'POST /process-definitions/:key/statistics/element-instances',
  {
    summary: 'Counts for each element the matching process instances that have it, by its state.',
    body: shape({ filter: maybe(JsonObject) }),
    answer: elementCounts,
  },
  async (call, { engine: { tenantIds }, database }) => {
    const key = keyOf<ProcessDefinitionKey>(call);
    const filter = call.body.filter ?? {};
    return ok({ items: await countElements(database, { by: 'definition', key, filter, tenantIds }) });
  },
);

export const processDefinitionRoutes: readonly Route[] = [
  searchRoute('/process-definitions/search', { summary: 'Finds process definitions.', noun: processDefinitions }),
  findRoute('/process-definitions', {
    summary: 'Shows one process definition.',
    called: 'process definition',
    noun: processDefinitions,
  }),
  diagram,
  { ...statistics, body: shape({ filter: maybe(filterSchema(processInstances)) }) },
];
