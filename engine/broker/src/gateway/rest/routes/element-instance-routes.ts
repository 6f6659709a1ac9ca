import type { ElementInstanceKey, ProcessDefinitionKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { elementInstances } from '../../../storage/search/nouns/element-instance.ts';
import { keyOf, variablesOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, type RestContext, type Route, route } from '../route.ts';
import { JsonObject, maybe } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

const withNames = <Item extends { readonly processDefinitionKey: ProcessDefinitionKey; readonly elementId: string }>(
  items: readonly Item[],
  { diagrams }: RestContext,
) =>
  Promise.all(
    items.map(async (item) => ({
      ...item,
      elementName: (await diagrams.of(item.processDefinitionKey)).nameOf(item.elementId),
    })),
  );

const Variables = Type.Object({ variables: JsonObject, local: maybe(Type.Boolean()) });

const setVariables = route('PUT', '/element-instances/:key/variables', Variables, async (call, { engine }) => {
  const settled = await engine.submit<'setVariables'>({
    kind: 'setVariables',
    scopeKey: keyOf<ElementInstanceKey>(call),
    variables: variablesOf(call.body),
    reach: call.body.local === true ? 'local' : 'propagate',
  });
  replyOf('setVariables', settled);
  return noContent;
});

export const elementInstanceRoutes: readonly Route[] = [
  searchRoute('/element-instances/search', { noun: () => elementInstances, complete: withNames }),
  findRoute('/element-instances', { noun: elementInstances, called: 'element instance', complete: withNames }),
  setVariables,
];
