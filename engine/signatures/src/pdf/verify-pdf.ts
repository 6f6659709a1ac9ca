import { type CertificateFacts, factsOf } from '../certificate-facts.ts';
import { readCms } from '../cms/read-cms.ts';
import { digestOf, findPlace, rangeOf, type SignaturePlace } from './signed-parts.ts';

const coversAll = (pdf: Buffer, place: SignaturePlace): boolean =>
  pdf.toString('latin1', place.range.from + 1, place.range.to - 1).trim() === rangeOf(place, pdf.length).join(' ');

/** The bytes of a DER value, by the length that it begins with. */
const lengthOf = (der: Buffer): number => {
  const first = der[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const digits = first - 0x80;
  return digits > 4 || der.length < 2 + digits ? 0 : 2 + digits + der.readUIntBE(2, digits);
};

/** The signature; null where what fills its room is not what we fill it with. */
const derOf = (pdf: Buffer, { contents }: SignaturePlace): Buffer | null => {
  const hex = pdf.toString('latin1', contents.from + 1, contents.to - 1);
  const padded = Buffer.from(hex, 'hex');
  const der = padded.subarray(0, lengthOf(padded));
  return der.toString('hex').padEnd(hex.length, '0') === hex ? der : null;
};

/**
 * With which certificate a PDF was sealed, where it still is as it was; null where it is not sealed by us or was changed. Whom to
 * trust is another question: anybody makes a certificate with any name.
 */
export const verifyPdf = (bytes: Uint8Array): CertificateFacts | null => {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findPlace(pdf);
  if (place === null || !coversAll(pdf, place)) return null;
  const der = derOf(pdf, place);
  const cms = der === null ? null : readCms(der);
  return cms !== null && cms.digest.equals(digestOf(pdf, place)) ? factsOf(cms.certificate) : null;
};
