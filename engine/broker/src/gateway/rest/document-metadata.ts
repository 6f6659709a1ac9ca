import { jsonText as writeExactJson } from '@irisflow/feel';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Document } from '../../documents/document.ts';
import { faultOf } from './fault-of.ts';
import { jsonText } from './json-text.ts';
import { badRequest } from './problem.ts';
import { Int, JsonObject, Key, maybe, Moment, orNull, shape, Text } from './schemas.ts';

/** The only place where documents are: the database of the engine. */
export const STORE = 'database';

const MEDIA_TYPE = String.raw`^[\w.+-]{1,80}/[\w.+-]{1,80}( ?;[\x20-\x7e]{1,80})?$`;
/** PostgreSQL has no text with U+0000. */
const PlainName = Type.String({ pattern: String.raw`^[^\u0000]*$`, maxLength: 512 });

/** What a caller may say of a file. */
export const Metadata = shape({
  contentType: maybe(Type.String({ pattern: MEDIA_TYPE })),
  fileName: maybe(PlainName),
  expiresAt: maybe(Text),
  size: maybe(Int),
  processDefinitionId: maybe(PlainName),
  processInstanceKey: maybe(Key),
  customProperties: maybe(JsonObject),
});
export type Metadata = Static<typeof Metadata>;

export const Reference = Type.Object({
  'camunda.document.type': Type.Literal('camunda'),
  storeId: Text,
  documentId: Text,
  contentHash: Text,
  metadata: Type.Object({
    contentType: Text,
    fileName: Text,
    size: Int,
    expiresAt: orNull(Moment),
    processDefinitionId: orNull(Text),
    processInstanceKey: orNull(Text),
    customProperties: JsonObject,
  }),
});

/** As processes keep it in their variables. */
export const referenceOf = (document: Document) => ({
  'camunda.document.type': 'camunda',
  storeId: STORE,
  documentId: document.id,
  contentHash: document.contentHash,
  metadata: {
    contentType: document.contentType,
    fileName: document.fileName,
    size: document.size,
    expiresAt: document.expiresAt === null ? null : new Date(document.expiresAt).toISOString(),
    processDefinitionId: document.processDefinitionId,
    processInstanceKey: document.processInstanceKey,
    customProperties: jsonText(writeExactJson(document.customProperties)),
  },
});

export const metadataOf = (value: unknown): Metadata => {
  if (Value.Check(Metadata, value)) return value;
  throw badRequest(faultOf(Metadata, value).replace('the body', 'the metadata'));
};

/** Epoch milliseconds; null for never. */
export const expiryOf = ({ expiresAt }: Metadata, now: number): number | null => {
  if (typeof expiresAt !== 'string') return null;
  const time = Date.parse(expiresAt);
  if (time > now) return time;
  throw badRequest(`Expected 'expiresAt' to be a time to come in ISO 8601, but found '${expiresAt.slice(0, 100)}'`);
};

const mediaType = new RegExp(MEDIA_TYPE);

/** The type that a form names for a file, when it is one that fits into a header. */
export const mediaTypeOf = (type: string): string => (mediaType.test(type) ? type : 'application/octet-stream');
