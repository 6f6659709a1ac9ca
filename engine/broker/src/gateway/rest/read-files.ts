import type { FastifyRequest } from 'fastify';
import type { ResourceFile } from '../parse-resources.ts';
import { RestProblem } from './problem.ts';

/** The files of one deployment and the fields beside them. */
export interface Upload {
  readonly files: readonly ResourceFile[];
  readonly tenantId: string;
}

const MEBIBYTE = 1024 * 1024;
const LIMITS = { files: 200, fields: 10, fileSize: 4 * MEBIBYTE, fieldSize: 1024, headerPairs: 20 };
/** Bytes of all files together. */
const MAX_UPLOAD = 16 * MEBIBYTE;

/** Reads a multipart body; fails with a problem when it is none or too large. */
export const readFiles = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart()) {
    throw new RestProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Expected multipart/form-data, but found something else');
  }
  const files: ResourceFile[] = [];
  let tenantId = '';
  let size = 0;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'field') {
      if (part.fieldname === 'tenantId') tenantId = String(part.value);
      continue;
    }
    const content = await part.toBuffer();
    size += content.byteLength;
    if (size > MAX_UPLOAD) {
      throw new RestProblem(
        413,
        'PAYLOAD_TOO_LARGE',
        `Expected files of ${MAX_UPLOAD} bytes at most, but they are larger`,
      );
    }
    files.push({ name: part.filename, content });
  }
  return { files, tenantId };
};
