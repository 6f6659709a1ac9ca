import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file of an archive; what is compressed already is stored as it is. */
export interface ArchiveEntry {
  readonly path: string;
  readonly content: string | AsyncIterable<Uint8Array>;
}

const partsOf = async function* parts(content: ArchiveEntry['content']): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield strToU8(content);
  else yield* content;
};

/** A zip, made while it is read: no file of it is held in memory as a whole. */
export const zipStream = async function* zipping(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for await (const { path, content } of entries) {
    const file = typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    zip.add(file);
    for await (const part of partsOf(content)) {
      file.push(part);
      yield* take();
    }
    file.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
};
