import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { IncomingFile } from './call.ts';
import { HttpProblem } from './problem.ts';

const unreadable = (cause: unknown): never => {
  if (cause instanceof Error && 'statusCode' in cause) throw cause;
  throw new HttpProblem(
    400,
    'UPLOAD_UNREADABLE',
    `Expected a whole multipart upload, but ${cause instanceof Error ? cause.message : String(cause)}.`,
  );
};

/** Lets the rest of a file that was refused come in and go: what stays in the way holds up whatever follows on the connection. */
const drain = async (chunks: AsyncIterator<Uint8Array>): Promise<void> => {
  try {
    while ((await chunks.next()).done !== true);
  } catch {
    // Whoever broke off has heard, or does not want to hear.
  }
};

/** The parser only marks a file that it cut off; whoever reads it must hear that the rest is missing. */
const wholeFile = async function* ({ file }: MultipartFile): AsyncGenerator<Uint8Array> {
  const chunks = (file as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (
      let next = await chunks.next().catch(unreadable);
      next.done !== true;
      next = await chunks.next().catch(unreadable)
    )
      yield next.value;
  } finally {
    await drain(chunks);
  }
  if (file.truncated)
    throw new HttpProblem(413, 'REQ_FILE_TOO_LARGE', 'Expected a file of at most 25 MiB, but it is longer.');
};

/** The one file of a multipart request, as a stream. Throws an `HttpProblem` 415 or 400 when there is none. */
export const incomingFile = async (request: FastifyRequest): Promise<IncomingFile> => {
  if (!request.isMultipart())
    throw new HttpProblem(
      415,
      'FILE_NEEDED',
      `Expected one file as multipart/form-data, but found ${request.headers['content-type'] ?? 'no content type'}.`,
    );
  const part = await request.file({ throwFileSizeLimit: false }).catch(unreadable);
  if (part === undefined)
    throw new HttpProblem(400, 'FILE_NEEDED', 'Expected one file as multipart/form-data, but found none.');
  // A part may name its file with no letter at all, which the parser tells as no name.
  const name = (part.filename as string | undefined) ?? '';
  return { name, content: Readable.from(wholeFile(part)) };
};
