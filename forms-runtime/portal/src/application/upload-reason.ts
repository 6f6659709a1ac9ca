import { ConnectionError } from '@irisflow/client';
import { isSignedOut, problemCode } from '@irisflow/frame';
import type { UploadReason } from '@irisflow/renderer';

const byCode: Readonly<Record<string, UploadReason>> = {
  DOCUMENT_TYPE_REFUSED: 'content',
  DOCUMENT_INFECTED: 'infected',
  DOCUMENT_TOO_LARGE: 'size',
  REQ_FILE_TOO_LARGE: 'size',
  DOCUMENT_LIMIT: 'count',
  UPLOAD_UNREADABLE: 'connection',
  TOO_MANY_REQUESTS: 'tooOften',
};

/** Why the platform did not take a file. */
export const uploadReason = (error: unknown): UploadReason => {
  if (error instanceof ConnectionError) return 'connection';
  if (isSignedOut(error)) return 'signedOut';
  return byCode[problemCode(error) ?? ''] ?? 'failed';
};
