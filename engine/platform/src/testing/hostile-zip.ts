import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, with what its headers claim about it. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Deflated already; then `content` only gives size and checksum. */
  readonly deflated?: Buffer;
  readonly claimedSize?: number;
  readonly claimedChecksum?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Uses the bytes of the entry at this place instead of its own. */
  readonly sharesWith?: number;
}

const UTF8_NAMES = 0x800;

interface Part {
  readonly name: Buffer;
  readonly body: Buffer;
  readonly head: Buffer;
}

const partOf = ({ name, content = '', deflated, flags = UTF8_NAMES, method = 8, ...claims }: ZipEntry): Part => {
  const bytes = Buffer.from(content);
  const body = deflated ?? deflateRawSync(bytes);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(claims.claimedChecksum ?? crc32(bytes), 10);
  head.writeUInt32LE(body.length, 14);
  head.writeUInt32LE(claims.claimedSize ?? bytes.length, 18);
  head.writeUInt16LE(Buffer.from(name).length, 22);
  return { name: Buffer.from(name), body, head };
};

const signature = (kind: number): Buffer => {
  const bytes = Buffer.from('PK\0\0', 'latin1');
  bytes.writeUInt16LE(kind, 2);
  return bytes;
};

/** An archive whose headers say what the entries claim. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const parts = entries.map(partOf);
  const locals: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  parts.forEach(({ name, body, head }, index) => {
    const shared = entries[index]?.sharesWith;
    offsets.push(shared === undefined ? length : (offsets[shared] ?? 0));
    if (shared !== undefined) return;
    const local = Buffer.concat([signature(0x0403), head, name, body]);
    locals.push(local);
    length += local.length;
  });
  const directory = parts.map(({ name, head }, index) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offsets[index] ?? 0, 10);
    return Buffer.concat([signature(0x0201), Buffer.from([20, 0]), head, rest, name]);
  });
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(length, 12);
  return Buffer.concat([...locals, ...directory, signature(0x0605), end]);
};

/** Blocks of a MiB of zeros, deflated to a thousandth without deflating them all: the same block again and again. */
export const deflatedZeros = (blocks: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0]);
  return Buffer.concat([...Array<Buffer>(blocks).fill(block), end]);
};
