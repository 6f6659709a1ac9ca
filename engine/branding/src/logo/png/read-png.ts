import { crc32, deflate, inflate } from 'node:zlib';
import { promisify } from 'node:util';
import { LogoFault, requireProportions } from '../logo-fault.ts';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);
const deflated = promisify<Buffer, { level: number }, Buffer>(deflate);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_SIDE = 4000;
/** Unpacked it takes four bytes a pixel. */
const MAX_PIXELS = 2_000_000;
/** Samples a pixel, by the kind of color. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export const isPng = (bytes: Uint8Array): boolean => signature.equals(bytes.subarray(0, signature.length));

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks up to the end, each with the right checksum. */
const chunksOf = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (length > bytes.length || end + 4 > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw new LogoFault('damaged', type);
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  throw new LogoFault('damaged', 'IEND');
};

interface Head {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
}

/** Pixels; what is too large is refused before anything of it is unpacked. */
const sizeOf = (data: Buffer): { readonly width: number; readonly height: number } => {
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const isEmpty = width === 0 || height === 0;
  const isTooLarge = Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS;
  if (isEmpty || isTooLarge) throw new LogoFault('dimensions', `${width} × ${height}`);
  requireProportions(width, height);
  return { width, height };
};

const isSampled = (depth: number, color: number): boolean => {
  const isPacked = [1, 2, 4].includes(depth) && (color === 0 || color === 3);
  return samples[color] !== undefined && (depth === 8 || isPacked);
};

const headOf = (first: Chunk | undefined): Head => {
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw new LogoFault('damaged', 'IHDR');
  const size = sizeOf(first.data);
  const [depth = 0, color = 0, compression, filter, interlace] = first.data.subarray(8);
  if (interlace === 1) throw new LogoFault('interlaced', 'IHDR');
  if (compression !== 0 || filter !== 0 || interlace !== 0) throw new LogoFault('damaged', 'IHDR');
  if (!isSampled(depth, color)) throw new LogoFault('depth', `${depth}/${color}`);
  return { ...size, depth, color };
};

const paletteOf = (chunks: readonly Chunk[], { color, depth }: Head): Chunk[] => {
  if (color !== 3) return [];
  const palette = chunks.find(({ type }) => type === 'PLTE');
  const size = (palette?.data.length ?? 0) / 3;
  if (palette === undefined || !Number.isInteger(size) || size < 1 || size > 2 ** depth)
    throw new LogoFault('damaged', 'PLTE');
  return [palette];
};

const transparencyOf = (chunks: readonly Chunk[], { color }: Head, palette: readonly Chunk[]): Chunk[] => {
  const found = chunks.find(({ type }) => type === 'tRNS');
  if (found === undefined) return [];
  const entries = (palette[0]?.data.length ?? 0) / 3;
  const isRight = { 0: found.data.length === 2, 2: found.data.length === 6, 3: found.data.length <= entries }[color];
  if (isRight !== true) throw new LogoFault('damaged', 'tRNS');
  return [found];
};

/** Unpacks the rows. They are as many bytes as the head says, or the file is a bomb, or damaged. */
const rowsOf = async (chunks: readonly Chunk[], { width, height, depth, color }: Head): Promise<Buffer> => {
  const row = 1 + Math.ceil((width * (samples[color] ?? 0) * depth) / 8);
  const expected = row * height;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = await inflated(packed, { maxOutputLength: expected }).catch(() => null);
  if (rows?.length !== expected) throw new LogoFault('damaged', 'IDAT');
  for (let at = 0; at < expected; at += row) if ((rows[at] ?? 0) > 4) throw new LogoFault('damaged', 'IDAT');
  return rows;
};

const written = ({ type, data }: Chunk): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

export interface ReadPng {
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Reads a PNG and packs its picture anew: what else the file carried, such as texts or a second picture, is gone. */
export const readPng = async (bytes: Uint8Array): Promise<ReadPng> => {
  const chunks = chunksOf(Buffer.from(bytes));
  const head = headOf(chunks[0]);
  const palette = paletteOf(chunks, head);
  const transparency = transparencyOf(chunks, head, palette);
  const rows = await rowsOf(chunks, head);
  const picture = { type: 'IDAT', data: await deflated(rows, { level: 9 }) };
  const first = { type: 'IHDR', data: chunks[0]?.data ?? Buffer.alloc(0) };
  const kept = [first, ...palette, ...transparency, picture, { type: 'IEND', data: Buffer.alloc(0) }];
  return { content: Buffer.concat([signature, ...kept.map(written)]), width: head.width, height: head.height };
};
