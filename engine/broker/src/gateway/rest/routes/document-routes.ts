import { type ExactJson, parseVariable } from '@irisflow/feel';
import { type Static, Type } from 'typebox';
import type { Document } from '../../../documents/document.ts';
import {
  deleteDocument,
  type DocumentWithContent,
  findDocument,
  followLink,
  keepDocument,
  linkDocument,
  newDocumentId,
  readDocument,
} from '../../../documents/document-store.ts';
import { gives, givesNothing, givesText } from '../answer.ts';
import { expiryOf, mediaTypeOf, Metadata, metadataOf, Reference, referenceOf, STORE } from '../document-metadata.ts';
import { tenantOf } from '../parts.ts';
import { badRequest, notFound, RestProblem } from '../problem.ts';
import { documentLimits, readParts, type UploadedPart } from '../read-parts.ts';
import { type Call, noContent, ok, type Reply, type RestContext, type Route, route } from '../route.ts';
import { scanJson } from '../scan-json.ts';
import { Duration, Int, maybe, Moment, shape, Text } from '../schemas.ts';

const StoreId = Type.Optional(Type.Literal(STORE));
const DocumentId = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 128 });
const NewDocument = Type.Object({
  storeId: StoreId,
  documentId: Type.Optional(DocumentId),
  tenantId: Type.Optional(Text),
});
const KnownDocument = Type.Object({ storeId: StoreId, contentHash: Text });

/** Whole numbers keep their digits, and a field that is there twice is refused, as in every other body. */
const parseJson = ({ field, content }: UploadedPart): unknown => {
  const text = Buffer.from(content).toString('utf8');
  try {
    JSON.parse(text);
  } catch {
    throw badRequest(`Expected '${field.slice(0, 100)}' to be JSON, but it is not`);
  }
  const { refusal } = scanJson(text);
  if (refusal !== null) throw badRequest(refusal);
  return parseVariable(text);
};

interface NewFile {
  readonly id: string;
  readonly tenantId: string;
  readonly file: UploadedPart;
  readonly metadata: Metadata;
}

const keep = async ({ database, clock }: RestContext, { id, tenantId, file, metadata }: NewFile): Promise<Document> => {
  const at = clock.now();
  const kept = await keepDocument(database, {
    id,
    tenantId,
    content: file.content,
    contentType: metadata.contentType ?? mediaTypeOf(file.type),
    fileName: metadata.fileName ?? (file.fileName ?? id).replaceAll('\0', '').slice(0, 512),
    expiresAt: expiryOf(metadata, at),
    processDefinitionId: metadata.processDefinitionId ?? null,
    processInstanceKey: metadata.processInstanceKey ?? null,
    customProperties: (metadata.customProperties ?? {}) as ExactJson,
    at,
  });
  if (kept !== null) return kept;
  throw new RestProblem(409, 'ALREADY_EXISTS', `Expected a new document, but there is one with the id '${id}'`);
};

/** Documents are of the tenant that is named, or of the only one of the caller. */
const ownerOf = ({ engine }: RestContext, tenantId: string | undefined): string => {
  const [only, another] = engine.tenantIds ?? [];
  return tenantOf(engine, { tenantId: tenantId ?? (another === undefined ? only : undefined) });
};

const createTraits = {
  summary: 'Keeps a file in the database of the engine and gives the reference for the variables of a process.',
  query: NewDocument,
  upload: Type.Object({ file: Type.String({ format: 'binary' }), metadata: Type.Optional(Metadata) }),
  answer: gives(Reference, 201),
};

const create = route('POST /documents', createTraits, async ({ request, query }, context) => {
  const tenantId = ownerOf(context, query.tenantId);
  const parts = await readParts(request, documentLimits);
  const file = parts.find(({ field, fileName }) => field === 'file' && fileName !== null);
  if (file === undefined) throw badRequest(`Expected a part 'file' with a file, but there is none`);
  const described = parts.find(({ field }) => field === 'metadata');
  const metadata = described === undefined ? {} : metadataOf(parseJson(described));
  return ok(
    referenceOf(await keep(context, { id: query.documentId ?? newDocumentId(), tenantId, file, metadata })),
    201,
  );
});

const Failure = Type.Object({ fileName: Text, status: Int, title: Text, detail: Text });
const createManyTraits = {
  summary: 'Keeps several files; says of each that could not be kept why.',
  query: Type.Omit(NewDocument, ['documentId']),
  upload: Type.Object({
    files: Type.Array(Type.String({ format: 'binary' })),
    metadataList: Type.Optional(Type.Array(Metadata)),
  }),
  answer: gives(Type.Object({ createdDocuments: Type.Array(Reference), failedDocuments: Type.Array(Failure) }), 201),
};

type Outcome = { readonly kept: Document } | { readonly failed: Static<typeof Failure> };

const attempt = async (context: RestContext, file: NewFile): Promise<Outcome> => {
  try {
    return { kept: await keep(context, file) };
  } catch (thrown) {
    if (!(thrown instanceof RestProblem)) throw thrown;
    const { status, title, message: detail } = thrown;
    return { failed: { fileName: file.file.fileName ?? '', status, title, detail } };
  }
};

/** One list for all, or one part for each. */
const metadataListOf = (parts: readonly UploadedPart[]): Metadata[] =>
  parts
    .filter(({ field }) => field === 'metadataList')
    .flatMap(parseJson)
    .map(metadataOf);

const createMany = route('POST /documents/batch', createManyTraits, async ({ request, query }, context) => {
  const tenantId = ownerOf(context, query.tenantId);
  const parts = await readParts(request, documentLimits);
  const files = parts.filter(({ field, fileName }) => field === 'files' && fileName !== null);
  const metadata = metadataListOf(parts);
  if (files.length === 0) throw badRequest(`Expected parts 'files' with files, but there are none`);
  if (metadata.length > 0 && metadata.length !== files.length) {
    throw badRequest(`Expected metadata for each of ${files.length} files, but found ${metadata.length}`);
  }
  const outcomes: Outcome[] = [];
  for (const [index, file] of files.entries()) {
    outcomes.push(await attempt(context, { id: newDocumentId(), tenantId, file, metadata: metadata[index] ?? {} }));
  }
  const createdDocuments = outcomes.flatMap((outcome) => ('kept' in outcome ? referenceOf(outcome.kept) : []));
  const failedDocuments = outcomes.flatMap((outcome) => ('failed' in outcome ? outcome.failed : []));
  return ok({ createdDocuments, failedDocuments }, failedDocuments.length === 0 ? 201 : 207);
});

const requestOf = ({ params }: Call, { engine: { tenantIds }, clock }: RestContext) => ({
  id: params['documentId'] ?? '',
  tenantIds,
  at: clock.now(),
});

const missing = (call: Call) =>
  notFound(
    `Expected to find a document with id '${(call.params['documentId'] ?? '').slice(0, 128)}', but there is none`,
  );

const checkHash = ({ contentHash }: Document, asked: string): void => {
  if (contentHash !== asked)
    throw badRequest('Expected the hash of the content of the document, but found another one');
};

/** Whoever uploaded it chose the type: a browser saves it and never runs it as a page of this server. */
const fileReply = ({ document, content }: DocumentWithContent): Reply => ({
  status: 200,
  type: document.contentType,
  body: content,
  headers: {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  },
});

const readTraits = {
  summary: 'Gives the bytes of a document.',
  query: KnownDocument,
  answer: givesText('application/octet-stream'),
};

const read = route('GET /documents/:documentId', readTraits, async (call, context) => {
  const found = await readDocument(context.database, requestOf(call, context));
  if (found === null) throw missing(call);
  checkHash(found.document, call.query.contentHash);
  return fileReply(found);
});

const removeTraits = {
  summary: 'Deletes a document and the links to it.',
  query: Type.Pick(KnownDocument, ['storeId']),
  answer: givesNothing,
};

const remove = route('DELETE /documents/:documentId', removeTraits, async (call, context) => {
  if (!(await deleteDocument(context.database, requestOf(call, context)))) throw missing(call);
  return noContent;
});

/** How long a link lasts, in milliseconds. */
const DEFAULT_LIFE = 3_600_000;
const LONGEST_LIFE = 7 * 24 * 3_600_000;

const linkTraits = {
  summary: 'Makes an address under which anybody gets the document for a while.',
  query: KnownDocument,
  body: shape({ timeToLive: maybe(Duration) }),
  answer: gives(Type.Object({ url: Text, expiresAt: Moment }), 201),
};

const link = route('POST /documents/:documentId/links', linkTraits, async (call, context) => {
  const { request, body, query } = call;
  const document = await findDocument(context.database, requestOf(call, context));
  if (document === null) throw missing(call);
  checkHash(document, query.contentHash);
  const life = Math.min(Number(body.timeToLive ?? DEFAULT_LIFE), LONGEST_LIFE);
  const expiresAt = context.clock.now() + life;
  const secret = await linkDocument(context.database, document.id, expiresAt);
  const base = request.url.slice(0, request.url.indexOf('/documents/'));
  const url = `${request.protocol}://${request.host}${base}/document-links/${secret}`;
  return ok({ url, expiresAt: new Date(expiresAt).toISOString() }, 201);
});

const followTraits = {
  summary: 'Gives the document of a link to whoever knows it.',
  answer: givesText('application/octet-stream'),
  isOpen: true,
};

const follow = route('GET /document-links/:secret', followTraits, async ({ params }, { database, clock }) => {
  const found = await followLink(database, params['secret'] ?? '', clock.now());
  if (found === null) throw notFound('Expected a link that is still good, but it is not');
  return fileReply(found);
});

export const documentRoutes: readonly Route[] = [create, createMany, read, remove, link, follow];
