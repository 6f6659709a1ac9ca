import { createHash } from 'node:crypto';
import { LogoFault } from './logo-fault.ts';
import { isPng, readPng } from './png/read-png.ts';
import { writeDrawing } from './svg/drawing.ts';
import { readSvg } from './svg/read-svg.ts';

export const MAX_LOGO_BYTES = 200_000;

/** A logo as it is kept: written anew by us, whatever came in. */
export interface CleanLogo {
  readonly content: Buffer;
  readonly mediaType: 'image/svg+xml' | 'image/png';
  /** Pixels, or units of the drawing. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of what is kept. */
  readonly hash: string;
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Text that begins like XML, in whatever encoding. */
const looksLikeXml = (bytes: Uint8Array): boolean =>
  /^[\u00ff\u00fe\u00ef\u00bb\u00bf\0\s]*<[\0\s]*[?!a-zA-Z]/.test(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  );

/** Reads a logo by what it is, not by what somebody calls it, and writes it anew; throws a `LogoFault` that says what is wrong. */
export const readLogo = async (bytes: Uint8Array): Promise<CleanLogo> => {
  if (bytes.length > MAX_LOGO_BYTES) throw new LogoFault('tooLarge', `${bytes.length}`);
  if (isPng(bytes)) {
    const { content, width, height } = await readPng(bytes);
    return { content, mediaType: 'image/png', width, height, hash: hashOf(content) };
  }
  if (!looksLikeXml(bytes)) throw new LogoFault('type', '');
  const drawing = readSvg(bytes);
  const content = Buffer.from(writeDrawing(drawing));
  // Written out, it may be longer and its numbers larger: what letters could not read again is not kept.
  const { width, height } = readSvg(content);
  return { content, mediaType: 'image/svg+xml', width, height, hash: hashOf(content) };
};
