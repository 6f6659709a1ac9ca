import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@irisflow/database';
import { jsonText, parseVariable } from '@irisflow/feel';
import { SCHEMA } from '../storage/row-statement.ts';
import type { Document, DocumentMetadata } from './document.ts';

export interface NewDocument extends Omit<DocumentMetadata, 'size'> {
  readonly id: string;
  readonly tenantId: string;
  readonly content: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Which document is meant, by whom, and when. */
export interface DocumentRequest {
  readonly id: string;
  /** Tenants of the caller; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

interface DocumentRow extends Record<string, unknown> {
  readonly id: string;
  readonly tenant_id: string;
  readonly content_hash: string;
  readonly content_type: string;
  readonly file_name: string;
  readonly size: number;
  readonly expires_at: string | null;
  readonly process_definition_id: string | null;
  readonly process_instance_key: string | null;
  readonly custom_properties: string;
}

interface ContentRow extends DocumentRow {
  readonly content: Uint8Array;
}

const columns = `d.id, d.tenant_id, d.content_hash, d.content_type, d.file_name, d.size, d.expires_at,
  d.process_definition_id, d.process_instance_key, d.custom_properties`;

const toDocument = (row: DocumentRow): Document => ({
  id: row.id,
  tenantId: row.tenant_id,
  contentHash: row.content_hash,
  contentType: row.content_type,
  fileName: row.file_name,
  size: row.size,
  expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  processDefinitionId: row.process_definition_id,
  processInstanceKey: row.process_instance_key,
  customProperties: parseVariable(row.custom_properties),
});

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** An id that nobody guesses. */
export const newDocumentId = (): string => randomBytes(16).toString('hex');

/** Keeps a document; null when its id is taken. Documents whose time is over go on this occasion. */
export const keepDocument = async (database: Database, document: NewDocument): Promise<Document | null> => {
  const { id, tenantId, content, at } = document;
  await database.query(`delete from ${SCHEMA}.document where expires_at <= $1`, [at]);
  const [row] = await database.query<DocumentRow>(
    `insert into ${SCHEMA}.document as d values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (id) do nothing returning ${columns}`,
    [
      id,
      tenantId,
      sha256(content),
      document.contentType,
      document.fileName,
      content.byteLength,
      document.expiresAt,
      document.processDefinitionId,
      document.processInstanceKey,
      jsonText(document.customProperties),
      Buffer.from(content),
      at,
    ],
  );
  return row === undefined ? null : toDocument(row);
};

const isTheirs = `(d.expires_at is null or d.expires_at > $2) and ($3::text[] is null or d.tenant_id = any($3::text[]))`;

const valuesOf = ({ id, tenantIds, at }: DocumentRequest) => [id, at, tenantIds === null ? null : [...tenantIds]];

/** What is known of a document; null when the caller has none of that id. */
export const findDocument = async (database: Database, request: DocumentRequest): Promise<Document | null> => {
  const [row] = await database.query<DocumentRow>(
    `select ${columns} from ${SCHEMA}.document d where d.id = $1 and ${isTheirs}`,
    valuesOf(request),
  );
  return row === undefined ? null : toDocument(row);
};

export interface DocumentWithContent {
  readonly document: Document;
  readonly content: Uint8Array;
}

const withContent = (row: ContentRow | undefined): DocumentWithContent | null =>
  row === undefined ? null : { document: toDocument(row), content: row.content };

/** A document with its bytes; null when the caller has none of that id. */
export const readDocument = async (
  database: Database,
  request: DocumentRequest,
): Promise<DocumentWithContent | null> => {
  const [row] = await database.query<ContentRow>(
    `select ${columns}, d.content from ${SCHEMA}.document d where d.id = $1 and ${isTheirs}`,
    valuesOf(request),
  );
  return withContent(row);
};

/** Says whether there was one. */
export const deleteDocument = async (database: Database, request: DocumentRequest): Promise<boolean> => {
  const rows = await database.query(
    `delete from ${SCHEMA}.document d where d.id = $1 and ${isTheirs} returning d.id`,
    valuesOf(request),
  );
  return rows.length > 0;
};

/** Makes a secret that gives the document to whoever knows it, until `expiresAt`; the store keeps its digest only. */
export const linkDocument = async (database: Database, id: string, expiresAt: number): Promise<string> => {
  const secret = randomBytes(32).toString('base64url');
  await database.query(`insert into ${SCHEMA}.document_link (digest, document_id, expires_at) values ($1, $2, $3)`, [
    sha256(secret),
    id,
    expiresAt,
  ]);
  return secret;
};

/** The document behind a link that is still good, or null. */
export const followLink = async (
  database: Database,
  secret: string,
  at: number,
): Promise<DocumentWithContent | null> => {
  const [row] = await database.query<ContentRow>(
    `select ${columns}, d.content from ${SCHEMA}.document_link l join ${SCHEMA}.document d on d.id = l.document_id
      where l.digest = $1 and l.expires_at > $2 and (d.expires_at is null or d.expires_at > $2)`,
    [sha256(secret), at],
  );
  return withContent(row);
};
