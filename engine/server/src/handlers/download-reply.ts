import { Readable } from 'node:stream';
import type { FileReply } from '../http/call.ts';

interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A stored document as a stream, so that no file is held in memory as a whole. */
export const downloadReply = ({ name, mediaType, content }: Download): FileReply => ({
  name,
  mediaType,
  content: Readable.from(content),
  inline: true,
});
