import type { FastifyRequest } from 'fastify';
import { badRequest, RestProblem } from './problem.ts';

/** One part of a form: a file, or a field as if it were one. */
export interface UploadedPart {
  readonly field: string;
  /** Null for a field. */
  readonly fileName: string | null;
  readonly type: string;
  readonly content: Uint8Array;
}

const MEBIBYTE = 1024 * 1024;

/** How many bytes a form may have. */
export interface UploadLimits {
  readonly file: number;
  readonly total: number;
}

export const deploymentLimits: UploadLimits = { file: 4 * MEBIBYTE, total: 16 * MEBIBYTE };
export const documentLimits: UploadLimits = { file: 10 * MEBIBYTE, total: 32 * MEBIBYTE };

const bytesOfField = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Reads a multipart body; fails with a problem when it is none or too large. */
export const readParts = async (request: FastifyRequest, { file, total }: UploadLimits): Promise<UploadedPart[]> => {
  if (!request.isMultipart()) {
    throw new RestProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Expected multipart/form-data, but found something else');
  }
  const limits = { files: 200, fields: 200, fileSize: file, fieldSize: 64 * 1024, headerPairs: 20 };
  const parts: UploadedPart[] = [];
  let size = 0;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field' && part.valueTruncated) {
      throw badRequest(`Expected the field '${part.fieldname.slice(0, 100)}' to have at most 64 KiB, but it has more`);
    }
    const content = part.type === 'field' ? bytesOfField(part.value) : await part.toBuffer();
    size += content.byteLength;
    if (size > total) {
      throw new RestProblem(413, 'PAYLOAD_TOO_LARGE', `Expected files of ${total} bytes at most, but they are larger`);
    }
    const fileName = part.type === 'field' ? null : part.filename;
    parts.push({ field: part.fieldname, fileName, type: part.mimetype, content });
  }
  return parts;
};
