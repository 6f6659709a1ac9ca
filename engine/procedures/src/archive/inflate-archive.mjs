// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

/** @typedef {import('./messages.ts').ArchiveInput} ArchiveInput */
/** @typedef {import('./messages.ts').ArchiveAnswer} ArchiveAnswer */
/** @typedef {import('yauzl').Entry} Entry */
/** @typedef {import('yauzl').ZipFile} ZipFile */

/** What we say ourselves about an archive; everything else that is thrown is its reader's. */
class Refusal extends Error {}

/** @param {string} detail @returns {never} */
const refuse = (detail) => {
  throw new Refusal(detail);
};

const { archive, limits } = /** @type {ArchiveInput} */ (workerData);
const LOCAL_HEADER_BYTES = 30;

/** @param {string} name */
const shown = (name) => JSON.stringify(name.slice(0, 100));

/** @param {string} name */
const requireName = (name) => {
  if (name.length > limits.nameCharacters)
    refuse(`Expected names of at most ${limits.nameCharacters} characters, but found ${name.length}`);
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\p{Cc}\p{Cf}\\:]/u.test(name))
    refuse(`Expected names inside the folder, but found ${shown(name)}`);
};

/** @param {Entry} entry */
const requireReadable = (entry) => {
  if (entry.isEncrypted()) refuse(`Expected files that can be read, but ${shown(entry.fileName)} is encrypted`);
  if (!entry.canDecodeFileData())
    refuse(`Expected stored or deflated files, but ${shown(entry.fileName)} is compressed in another way`);
};

/**
 * Files that share bytes make a small archive large: each byte of it belongs to one file.
 * @param {readonly Entry[]} entries
 */
const requireApart = (entries) => {
  const places = entries
    .map(({ fileName, fileNameLength, compressedSize, relativeOffsetOfLocalHeader: from }) => ({
      fileName,
      from,
      to: from + LOCAL_HEADER_BYTES + fileNameLength + compressedSize,
    }))
    .toSorted((one, other) => one.from - other.from);
  places.forEach(({ fileName, from }, index) => {
    if (index > 0 && from < (places[index - 1]?.to ?? 0))
      refuse(`Expected files that lie apart, but ${shown(fileName)} overlaps another one`);
  });
};

/** @param {readonly Entry[]} entries */
const requireOnce = (entries) => {
  const names = new Set();
  for (const { fileName } of entries) {
    const name = fileName.normalize('NFC').toLowerCase();
    if (names.has(name)) refuse(`Expected every name once, but ${shown(fileName)} is there twice`);
    names.add(name);
  }
};

/** The files as the list at the end of the archive names them, which costs nothing to read. @param {ZipFile} zip */
const filesOf = async (zip) => {
  if (zip.entryCount > limits.entries)
    refuse(`Expected at most ${limits.entries} entries, but found ${zip.entryCount}`);
  const entries = [];
  for await (const entry of zip.eachEntry()) {
    requireName(entry.fileName);
    entries.push(entry);
  }
  requireOnce(entries);
  requireApart(entries);
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/'));
  if (files.length > limits.files) refuse(`Expected at most ${limits.files} files, but found ${files.length}`);
  files.forEach(requireReadable);
  return files;
};

/**
 * What is inflated is counted, whatever sizes the archive claims, and stops at the first byte too many.
 * @param {ZipFile} zip @param {Entry} entry @param {{ bytes: number }} total
 */
const inflate = async (zip, entry, total) => {
  const chunks = [];
  let size = 0;
  let checksum = 0;
  for await (const chunk of /** @type {AsyncIterable<Buffer>} */ (await zip.openReadStreamPromise(entry))) {
    size += chunk.length;
    total.bytes += chunk.length;
    if (size > limits.fileBytes)
      refuse(`Expected at most ${limits.fileBytes} bytes in a file, but ${shown(entry.fileName)} goes beyond`);
    if (total.bytes > limits.folderBytes)
      refuse(`Expected at most ${limits.folderBytes} bytes in all, but ${shown(entry.fileName)} goes beyond`);
    checksum = crc32(chunk, checksum);
    chunks.push(chunk);
  }
  if (checksum !== entry.crc32)
    refuse(`Expected the checksum of ${shown(entry.fileName)} to fit, but the file was altered`);
  return Buffer.concat(chunks);
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @param {Buffer} bytes @param {string} name */
const textOf = (bytes, name) => {
  try {
    return utf8.decode(bytes);
  } catch {
    return refuse(`Expected text in UTF-8, but ${shown(name)} is not`);
  }
};

/** XML says itself in which encoding it is; whoever asked reads it. @param {string} name */
const isXml = (name) => /\.(?:bpmn|dmn)$/.test(name);

/** @returns {Promise<ArchiveAnswer>} */
const read = async () => {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true, strictFileNames: true });
  const entries = await filesOf(zip);
  const total = { bytes: 0 };
  const files = [];
  for (const entry of entries) {
    const bytes = await inflate(zip, entry, total);
    const path = entry.fileName;
    files.push({ path, content: isXml(path) ? new Uint8Array(bytes) : textOf(bytes, path) });
  }
  return { kind: 'files', files };
};

/** @param {unknown} thrown @returns {ArchiveAnswer} */
const refusalOf = (thrown) => {
  if (thrown instanceof Refusal) return { kind: 'refused', detail: thrown.message };
  const reason = thrown instanceof Error ? thrown.message.slice(0, 200) : 'it cannot be read';
  return { kind: 'refused', detail: `Expected a zip archive, but ${reason}` };
};

parentPort?.postMessage(await read().catch(refusalOf));
