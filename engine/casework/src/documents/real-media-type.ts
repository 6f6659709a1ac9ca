import { fileTypeFromBuffer } from 'file-type';

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

/** Its only input are the bytes, so what it throws is about them: a signature with nothing behind it, a broken archive. */
const typeBySignature = async (sample: Uint8Array): Promise<string | null> => {
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
