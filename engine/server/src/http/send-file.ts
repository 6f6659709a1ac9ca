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

/** A picture runs nothing, loads nothing and is no page of ours, even where somebody opens it by its address. */
const picturePolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const yearInSeconds = 31_536_000;

/** Compression makes a weak tag of ours; it still names the same bytes. */
const isKnownTag = (header: string | undefined, hash: string): boolean =>
  (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${hash}"`);

const sendPicture = (reply: FastifyReply, { mediaType, content }: FileReply, hash: string): unknown => {
  reply
    .header('content-security-policy', picturePolicy)
    .header('cache-control', `public, max-age=${yearInSeconds}, immutable`)
    .header('etag', `"${hash}"`);
  if (isKnownTag(reply.request.headers['if-none-match'], hash)) return reply.code(304).send();
  return reply.header('content-type', mediaType).header('content-disposition', 'inline').send(content);
};

export const sendFile = (reply: FastifyReply, file: FileReply): unknown => {
  if (file.picture !== undefined) return sendPicture(reply, file, file.picture.hash);
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
