import { Type } from 'typebox';
import { createDeleteHistoryOf } from '../../../batch-operations/history-of.ts';
import { resources } from '../../../storage/search/nouns/resource.ts';
import { gives, givesText } from '../answer.ts';
import { findSource } from '../find-source.ts';
import { keyOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Reply, type Route, route } from '../route.ts';
import { Key, maybe, OperationReference, orNull, shape } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { StartedBatch } from '../start-batch.ts';

const types: Readonly<Record<string, string>> = {
  bpmn: 'text/xml; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  dmn: 'text/xml; charset=utf-8',
  form: 'application/json; charset=utf-8',
};

const fileReply = (name: string, content: Uint8Array): Reply => ({
  status: 200,
  type: types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream',
  body: content,
  // Whatever the file is, a browser must not run it as a page of this server.
  headers: { 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment' },
});

const contentTraits = {
  summary: 'Gives the file that a definition was deployed with, byte for byte.',
  answer: givesText('application/octet-stream'),
};

const content = route('GET /resources/:key/content', contentTraits, async (call, context) => {
  const source = await findSource(call, context, 'resource');
  return fileReply(source.resource_name, source.content);
});

const Deletion = shape({ deleteHistory: maybe(Type.Boolean()), operationReference: maybe(OperationReference) });

const deleteTraits = {
  summary: 'Deletes a definition; the version before it takes over. On demand what is kept of it goes too.',
  body: Deletion,
  answer: gives(Type.Object({ resourceKey: Key, batchOperation: orNull(StartedBatch) })),
};

const deleteResource = route('POST /resources/:key/deletion', deleteTraits, async (call, context) => {
  const resourceKey = keyOf<string>(call);
  const command = { kind: 'deleteResource', resourceKey } as const;
  replyOf('deleteResource', await context.engine.submit<'deleteResource'>(command));
  const batchOperation =
    call.body.deleteHistory === true ? await createDeleteHistoryOf(context)(resourceKey, context.engine) : null;
  return ok({ resourceKey, batchOperation });
});

export const resourceRoutes: readonly Route[] = [
  searchRoute('/resources/search', { summary: 'Finds deployed files.', noun: resources }),
  findRoute('/resources', { summary: 'Shows one deployed file.', noun: resources, called: 'resource' }),
  content,
  deleteResource,
];
