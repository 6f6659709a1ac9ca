import type { DocumentReader } from '../connector-ports.ts';
import { callingHeaders, refusalOf } from './call-platform.ts';
import type { PlatformAccess } from './platform-access.ts';
import { platformDocumentUrl } from './platform-api.ts';

/** The longest document that is read for sending. */
const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Reads documents of a job's case from the platform. */
export const platformDocuments =
  ({ url, token, fetch }: PlatformAccess): DocumentReader =>
  async (caller, documentId) => {
    const response = await fetch({
      url: platformDocumentUrl(url, documentId),
      headers: callingHeaders(token, caller),
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    if (response.status !== 200) throw refusalOf(`document ${documentId}`, response);
    return {
      fileName: decodeURIComponent(response.headers['x-file-name'] ?? documentId),
      mediaType: response.headers['content-type'] ?? 'application/octet-stream',
      bytes: response.bytes,
    };
  };
