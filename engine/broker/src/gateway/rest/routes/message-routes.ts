import { Type } from 'typebox';
import { messageSubscriptions } from '../../../storage/search/nouns/message-subscription.ts';
import { tenantOf, variablesOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Route, route } from '../route.ts';
import { JsonObject, maybe, Milliseconds, Name, RequiredName, Text } from '../schemas.ts';
import { searchRoute } from '../search-routes.ts';

const Publication = Type.Object({
  name: RequiredName,
  correlationKey: maybe(Name),
  timeToLive: maybe(Milliseconds),
  messageId: maybe(Name),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const publish = route('POST', '/messages/publication', Publication, async ({ body }, { engine }) => {
  const settled = await engine.submit<'publishMessage'>({
    kind: 'publishMessage',
    tenantId: tenantOf(body),
    name: body.name,
    correlationKey: body.correlationKey ?? '',
    timeToLive: body.timeToLive ?? 0,
    messageId: body.messageId ?? '',
    variables: variablesOf(body),
  });
  return ok(replyOf('publishMessage', settled));
});

const Correlation = Type.Object({
  name: RequiredName,
  correlationKey: maybe(Name),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const correlate = route('POST', '/messages/correlation', Correlation, async ({ body }, { engine }) => {
  const settled = await engine.submit<'correlateMessage'>({
    kind: 'correlateMessage',
    tenantId: tenantOf(body),
    name: body.name,
    correlationKey: body.correlationKey ?? '',
    variables: variablesOf(body),
  });
  return ok(replyOf('correlateMessage', settled));
});

const Signal = Type.Object({ signalName: RequiredName, variables: maybe(JsonObject), tenantId: maybe(Text) });

const broadcast = route('POST', '/signals/broadcast', Signal, async ({ body }, { engine }) => {
  const settled = await engine.submit<'broadcastSignal'>({
    kind: 'broadcastSignal',
    tenantId: tenantOf(body),
    name: body.signalName,
    variables: variablesOf(body),
  });
  return ok(replyOf('broadcastSignal', settled));
});

export const messageRoutes: readonly Route[] = [
  publish,
  correlate,
  broadcast,
  searchRoute('/message-subscriptions/search', { noun: () => messageSubscriptions }),
];
