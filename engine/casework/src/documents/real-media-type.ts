import { fileTypeFromBuffer } from 'file-type';
import { runIsolated } from '@irisflow/foundation';

const ZIP_DEADLINE_MS = 5_000;
/** Bytes of a zip inflate to a thousand times as many at most. */
const ZIP_SAMPLE_BYTES = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A sample may end inside a character; the last three bytes cannot be held against it. */
const isText = (sample: Uint8Array): boolean => {
  if (sample.includes(0)) return false;
  for (let cut = 0; cut <= Math.min(3, sample.length); cut += 1) {
    try {
      utf8.decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {
      // One byte less, then.
    }
  }
  return false;
};

const looksLikeMarkup = (sample: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|svg|script|\?xml)/i.test(new TextDecoder().decode(sample.subarray(0, 1024)));

/** To tell what is inside a zip its first files are inflated, whatever their size. */
const isZip = (sample: Uint8Array): boolean => sample[0] === 0x50 && sample[1] === 0x4b;

const typeOfZip = (sample: Uint8Array): Promise<string> => {
  const module = new URL('./zip-media-type.mjs', import.meta.url);
  // A copy: a part of a larger buffer would cross to the thread with all the memory behind it.
  const input = new Uint8Array(sample.subarray(0, ZIP_SAMPLE_BYTES));
  return runIsolated<string>({ module, input, deadlineMs: ZIP_DEADLINE_MS }).catch(() => 'application/zip');
};

/** Its only input are the bytes, so what it throws is about them: a signature with nothing behind it, a broken archive. */
const typeBySignature = async (sample: Uint8Array): Promise<string | null> => {
  if (isZip(sample)) return typeOfZip(sample);
  try {
    return (await fileTypeFromBuffer(sample))?.mime ?? null;
  } catch {
    return null;
  }
};

/** The type a file has by its bytes, whatever its name or its sender says. */
export const realMediaType = async (sample: Uint8Array): Promise<string> => {
  const found = await typeBySignature(sample);
  if (found !== null) return found;
  if (!isText(sample)) return 'application/octet-stream';
  return looksLikeMarkup(sample) ? 'text/html' : 'text/plain';
};
