import { Type } from 'typebox';
import { resources } from '../../../storage/search/nouns/resource.ts';
import { gives, givesText } from '../answer.ts';
import { findSource } from '../find-source.ts';
import { keyOf } from '../parts.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Reply, type Route, route } from '../route.ts';
import { Key, Nothing } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

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

const deleteTraits = {
  summary: 'Deletes a definition; the version before it takes over.',
  body: Nothing,
  answer: gives(Type.Object({ resourceKey: Key })),
};

const deleteResource = route('POST /resources/:key/deletion', deleteTraits, async (call, { engine }) => {
  const resourceKey = keyOf<string>(call);
  replyOf('deleteResource', await engine.submit<'deleteResource'>({ kind: 'deleteResource', resourceKey }));
  return ok({ resourceKey });
});

export const resourceRoutes: readonly Route[] = [
  searchRoute('/resources/search', { summary: 'Finds deployed files.', noun: resources }),
  findRoute('/resources', { summary: 'Shows one deployed file.', noun: resources, called: 'resource' }),
  content,
  deleteResource,
];
