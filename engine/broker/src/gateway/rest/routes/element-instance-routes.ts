import type { ElementInstanceKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { isWithinElement } from '../../../storage/search/conditions.ts';
import { elementInstances } from '../../../storage/search/nouns/element-instance.ts';
import { incidents } from '../../../storage/search/nouns/incident.ts';
import { givesNothing } from '../answer.ts';
import { keyOf, variablesOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, type Route, route } from '../route.ts';
import { JsonObject, maybe, OperationReference, RequiredName, shape } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { settleForCall } from '../settle-for-call.ts';

const Variables = shape({
  variables: JsonObject,
  local: maybe(Type.Boolean()),
  operationReference: maybe(OperationReference),
});
const setVariablesTraits = {
  summary: 'Sets variables in the scope of an element instance, or in that of its process instance.',
  body: Variables,
  answer: givesNothing,
};

const setVariables = route('PUT /element-instances/:key/variables', setVariablesTraits, async (call, context) => {
  const settled = await settleForCall<'setVariables'>(call, context, {
    command: (requestId) => ({
      kind: 'setVariables',
      scopeKey: keyOf<ElementInstanceKey>(call),
      variables: variablesOf(call.body),
      reach: call.body.local === true ? 'local' : 'propagate',
      requestId,
    }),
    pending: 'task listeners are still at work',
  });
  replyOf('setVariables', settled);
  return noContent;
});

const AdHocActivation = shape({
  elements: Type.Array(shape({ elementId: RequiredName, variables: maybe(JsonObject) })),
  cancelRemainingInstances: maybe(Type.Boolean()),
});
const activateTraits = {
  summary: 'Activates elements of an ad-hoc sub-process.',
  body: AdHocActivation,
  answer: givesNothing,
};

const activateAdHoc = route(
  'POST /element-instances/ad-hoc-activities/:key/activation',
  activateTraits,
  async (call, { engine }) => {
    const settled = await engine.submit<'activateAdHocActivities'>({
      kind: 'activateAdHocActivities',
      adHocSubProcessInstanceKey: keyOf<ElementInstanceKey>(call),
      elements: call.body.elements.map((element) => ({
        elementId: element.elementId,
        variables: variablesOf(element),
      })),
      remaining: call.body.cancelRemainingInstances === true ? 'cancel' : 'keep',
    });
    replyOf('activateAdHocActivities', settled);
    return noContent;
  },
);

const shown = { noun: elementInstances, adds: { hasIncident: Type.Boolean() } };

export const elementInstanceRoutes: readonly Route[] = [
  searchRoute('/element-instances/search', {
    summary: 'Finds element instances; the process itself only when the filter asks for types.',
    ...shown,
  }),
  findRoute('/element-instances', {
    summary: 'Shows one element instance.',
    called: 'element instance',
    ...shown,
  }),
  setVariables,
  activateAdHoc,
  searchRoute('/element-instances/:key/incidents/search', {
    summary: 'Finds the incidents of an element instance, of what runs in it and of what it called.',
    noun: incidents,
    within: async (call) => isWithinElement(keyOf<ElementInstanceKey>(call)),
  }),
];
