import { Type } from 'typebox';
import { correlatedMessages } from '../../../storage/search/nouns/correlated-message.ts';
import { messageSubscriptions } from '../../../storage/search/nouns/message-subscription.ts';
import { gives } from '../answer.ts';
import { tenantOf, variablesOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Route, route } from '../route.ts';
import { JsonObject, Key, maybe, Name, RequiredName, shape, SignedDuration, Text } from '../schemas.ts';
import { searchRoute } from '../search-routes.ts';

const Publication = shape({
  name: RequiredName,
  correlationKey: maybe(Name),
  timeToLive: maybe(SignedDuration),
  messageId: maybe(Name),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const publishTraits = {
  summary: 'Publishes a message to whoever waits for it, and keeps it for its time to live.',
  body: Publication,
  answer: gives(Type.Object({ messageKey: Key, tenantId: Text })),
};

const publish = route('POST /messages/publication', publishTraits, async ({ body }, { engine }) => {
  const settled = await engine.submit<'publishMessage'>({
    kind: 'publishMessage',
    tenantId: tenantOf(engine, body),
    name: body.name,
    correlationKey: body.correlationKey ?? '',
    timeToLive: Number(body.timeToLive ?? 0),
    messageId: body.messageId ?? '',
    variables: variablesOf(body),
  });
  return ok(replyOf('publishMessage', settled));
});

const Correlation = shape({
  name: RequiredName,
  correlationKey: maybe(Name),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const correlateTraits = {
  summary: 'Gives a message to an instance that waits for it, and names the instance; keeps nothing.',
  body: Correlation,
  answer: gives(Type.Object({ messageKey: Key, processInstanceKey: Key, tenantId: Text })),
};

const correlate = route('POST /messages/correlation', correlateTraits, async ({ body }, { engine }) => {
  const settled = await engine.submit<'correlateMessage'>({
    kind: 'correlateMessage',
    tenantId: tenantOf(engine, body),
    name: body.name,
    correlationKey: body.correlationKey ?? '',
    variables: variablesOf(body),
  });
  return ok(replyOf('correlateMessage', settled));
});

const Signal = shape({ signalName: RequiredName, variables: maybe(JsonObject), tenantId: maybe(Text) });

const broadcastTraits = {
  summary: 'Sends a signal to everyone who waits for it.',
  body: Signal,
  answer: gives(Type.Object({ signalKey: Key, tenantId: Text })),
};

const broadcast = route('POST /signals/broadcast', broadcastTraits, async ({ body }, { engine }) => {
  const settled = await engine.submit<'broadcastSignal'>({
    kind: 'broadcastSignal',
    tenantId: tenantOf(engine, body),
    name: body.signalName,
    variables: variablesOf(body),
  });
  return ok(replyOf('broadcastSignal', settled));
});

export const messageRoutes: readonly Route[] = [
  publish,
  correlate,
  broadcast,
  searchRoute('/message-subscriptions/search', {
    summary: 'Finds who waits, or waited, for a message.',
    noun: messageSubscriptions,
  }),
  searchRoute('/correlated-message-subscriptions/search', {
    summary: 'Finds which messages were taken or started an instance, and by whom.',
    noun: correlatedMessages,
  }),
];
