import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { joinBytes } from '../join-bytes.ts';
import type { Bytes } from '../statement.ts';
import { decoderOf, type Decoder } from '../text-decoder.ts';

/** What banks write; anything else is refused instead of misread. */
const encodings = new Set(['utf-8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252']);
/** The declaration stands at the very beginning, in characters that all of these share. */
const DECLARATION = 200;

const declared = (start: Uint8Array): string => {
  const text = String.fromCharCode(...start.subarray(0, DECLARATION));
  const encoding =
    /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  if (encodings.has(encoding)) return encoding;
  throw new BankFileFault('SYNTAX', { expected: 'an encoding such as UTF-8', found: quoted(encoding) }, 1);
};

const read = (decoder: Decoder, chunk?: Uint8Array): string => {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new BankFileFault('SYNTAX', { expected: `text in ${decoder.encoding}`, found: 'other bytes' });
  }
};

/** The bytes as they come, but the first piece long enough for what is declared in it. */
const withDeclaration = async function* (file: Bytes): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array();
  for await (const chunk of file) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = joinBytes(start, chunk);
    if (start.length < DECLARATION) continue;
    yield start;
    start = null;
  }
  if (start !== null && start.length > 0) yield start;
};

/** The text of a file of XML, in the encoding that it says it has. */
export const decodeXml = async function* (file: Bytes): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  for await (const chunk of withDeclaration(file)) {
    decoder ??= decoderOf(declared(chunk), { fatal: true });
    yield read(decoder, chunk);
  }
  if (decoder === null) throw new BankFileFault('TRUNCATED', { expected: 'a file', found: 'nothing' });
  yield read(decoder);
};
