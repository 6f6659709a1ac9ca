import { createHash, verify, X509Certificate } from 'node:crypto';
import { type BaseBlock, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { identifiers } from './identifiers.ts';

/** What a signature says, once it was found to be one over the digest that it names. */
export interface ReadCms {
  readonly certificate: X509Certificate;
  /** SHA-256 of the document that was signed. */
  readonly digest: Buffer;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const attribute = ({ signedAttrs }: SignerInfo, type: string): BaseBlock | undefined => {
  const [one, ...others] = (signedAttrs?.attributes ?? []).filter((found) => found.type === type);
  const [value, ...more] = (one?.values ?? []) as BaseBlock[];
  return others.length === 0 && more.length === 0 ? value : undefined;
};

const bytesOf = (value: unknown): Buffer | null =>
  value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : null;

const memberOf = (value: unknown): unknown => (value instanceof Sequence ? value.valueBlock.value[0] : undefined);

/** The hash of the certificate with which was signed: SHA-256, unless another algorithm stands before it. */
const certificateHash = (info: SignerInfo): Buffer | null =>
  bytesOf(memberOf(memberOf(memberOf(attribute(info, identifiers.signingCertificateV2)))));

const certificateOf = ({ certificates = [] }: SignedData, hash: Buffer): X509Certificate | undefined =>
  certificates
    .filter((one) => one instanceof Certificate)
    .map((one) => Buffer.from(one.toSchema().toBER()))
    .filter((der) => sha256(der).equals(hash))
    .map((der) => new X509Certificate(der))[0];

const algorithms: Readonly<Record<string, string>> = {
  [identifiers.sha256WithRsa]: 'rsa',
  [identifiers.ecdsaWithSha256]: 'ec',
};

const isSignedBy = ({ publicKey }: X509Certificate, info: SignerInfo): boolean => {
  const { signatureAlgorithm, signature, signedAttrs, digestAlgorithm } = info;
  const kind = algorithms[signatureAlgorithm.algorithmId];
  if (signedAttrs === undefined || publicKey.asymmetricKeyType !== kind) return false;
  if (digestAlgorithm.algorithmId !== identifiers.sha256) return false;
  return verify('sha256', new Uint8Array(signedAttrs.encodedValue), publicKey, signature.valueBlock.valueHexView);
};

const signedData = (der: Uint8Array): SignedData | null => {
  const content = ContentInfo.fromBER(der);
  return content.contentType === ContentInfo.SIGNED_DATA ? new SignedData({ schema: content.content }) : null;
};

const read = (der: Uint8Array): ReadCms | null => {
  const data = signedData(der);
  const [info, ...others] = data?.signerInfos ?? [];
  if (data === null || info === undefined || others.length > 0) return null;
  const hash = certificateHash(info);
  const digest = bytesOf(attribute(info, identifiers.messageDigest));
  const certificate = hash === null ? undefined : certificateOf(data, hash);
  if (digest === null || certificate === undefined) return null;
  return isSignedBy(certificate, info) ? { certificate, digest } : null;
};

/** What a signature as {@link writeCms} writes it says; null for anything else, and where it was not made with its certificate. */
export const readCms = (der: Uint8Array): ReadCms | null => {
  try {
    return read(der);
  } catch {
    // Bytes that are no signature at all.
    return null;
  }
};
