import { writeCms } from '../cms/write-cms.ts';
import { SealError } from '../seal-error.ts';
import type { SealKey } from '../seal-key.ts';
import { digestOf, findPlace, rangeOf, type SignaturePlace } from './signed-parts.ts';

/** Room for all but the certificates: attributes, algorithms, and a signature of the longest RSA keys. */
const OWN_BYTES = 2048;

/** How many bytes a signature takes in a PDF at most. */
export const roomFor = ({ certificate, chain }: SealKey): number =>
  [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, OWN_BYTES);

const writeRange = (pdf: Buffer, place: SignaturePlace): void => {
  const { from, to } = place.range;
  const text = `[${rangeOf(place, pdf.length).join(' ')}`;
  if (text.length >= to - from)
    throw new SealError('Expected room for the byte range of a signature, but there is none');
  pdf.write(`${text.padEnd(to - from - 1)}]`, from, 'latin1');
};

/**
 * Seals a PDF that was drawn with room for it; all of it is signed but the signature itself.
 * @example const sealed = await sealPdf(key, await letterPdf(letter, head, now, seal))
 */
export const sealPdf = async (key: SealKey, drawn: Uint8Array): Promise<Buffer> => {
  const pdf = Buffer.from(drawn);
  const place = findPlace(pdf);
  if (place === null) throw new SealError('Expected a PDF with room for one signature, but there is none');
  const { from, to } = place.contents;
  if (/[^0]/.test(pdf.toString('latin1', from + 1, to - 1)))
    throw new SealError('Expected a PDF that is not sealed yet, but it is');
  writeRange(pdf, place);
  const hex = (await writeCms(key, digestOf(pdf, place))).toString('hex');
  if (hex.length > to - from - 2)
    throw new SealError(`Expected a signature of at most ${(to - from) / 2 - 1} bytes, but it has ${hex.length / 2}`);
  pdf.write(hex.padEnd(to - from - 2, '0'), from + 1, 'latin1');
  return pdf;
};
