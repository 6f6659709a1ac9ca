import type { ExactJson } from '@irisflow/feel';

/** What is known of a file besides its bytes. */
export interface DocumentMetadata {
  readonly contentType: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds after which nobody finds it; null for never. */
  readonly expiresAt: number | null;
  readonly processDefinitionId: string | null;
  readonly processInstanceKey: string | null;
  /** Whole numbers with all their digits. */
  readonly customProperties: ExactJson;
}

/** A file that processes refer to by its id and the hash of its bytes. */
export interface Document extends DocumentMetadata {
  readonly id: string;
  readonly tenantId: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly contentHash: string;
}
