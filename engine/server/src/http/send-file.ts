import type { FastifyReply } from 'fastify';
import type { FileReply } from './call.ts';

/** Types that a browser shows without running anything. Everything else is saved, never opened. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

/** What a browser shows of a file runs nothing and stands in no frame. */
const policy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Texts were judged to be UTF-8 when they came in. */
const contentType = (mediaType: string): string =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;

const asciiName = (name: string): string => name.replaceAll(/[^\w.-]/g, '_');

export const sendFile = (reply: FastifyReply, file: FileReply): unknown => {
  const disposition = file.inline === true && shown.has(file.mediaType) ? 'inline' : 'attachment';
  return reply
    .header('content-type', contentType(file.mediaType))
    .header(
      'content-disposition',
      `${disposition}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('content-security-policy', policy)
    .header('cache-control', 'private, no-store')
    .send(file.content);
};
