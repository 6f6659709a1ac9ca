import { createHash, type X509Certificate } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence, Set as Asn1Set } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SealKey } from '../seal-key.ts';
import { identifiers } from './identifiers.ts';

const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: new Uint8Array(bytes) });

const sha256 = () => new AlgorithmIdentifier({ algorithmId: identifiers.sha256, algorithmParams: new Null() });

const signatureAlgorithm = ({ publicKey }: X509Certificate): AlgorithmIdentifier =>
  publicKey.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: identifiers.sha256WithRsa, algorithmParams: new Null() })
    : new AlgorithmIdentifier({ algorithmId: identifiers.ecdsaWithSha256 });

/** By its hash, so that nobody puts another certificate of the same key in its place. */
const signingCertificate = ({ raw }: X509Certificate): Sequence => {
  const id = new Sequence({ value: [octets(createHash('sha256').update(raw).digest())] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
};

/** DER wants the members of a set in the order of their bytes. */
const inOrder = (attributes: readonly Attribute[]): Attribute[] =>
  attributes.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER())),
  );

/** What is signed of a document: not the time, which PAdES wants in the PDF and nowhere else. */
const attributesOf = (certificate: X509Certificate, digest: Uint8Array): Attribute[] =>
  inOrder([
    new Attribute({ type: identifiers.contentType, values: [new ObjectIdentifier({ value: identifiers.data })] }),
    new Attribute({ type: identifiers.messageDigest, values: [octets(digest)] }),
    new Attribute({ type: identifiers.signingCertificateV2, values: [signingCertificate(certificate)] }),
  ]);

const parsed = ({ raw }: X509Certificate): Certificate => Certificate.fromBER(raw);

/** A detached signature of a document, known by its SHA-256, as PAdES baseline B-B wants it. */
export const writeCms = async ({ certificate, chain, sign }: SealKey, digest: Uint8Array): Promise<Buffer> => {
  const attributes = attributesOf(certificate, digest);
  const toSign = new Asn1Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER();
  const own = parsed(certificate);
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: identifiers.data }),
    certificates: [own, ...chain.map(parsed)],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: signatureAlgorithm(certificate),
        signature: octets(await sign(new Uint8Array(toSign))),
      }),
    ],
  });
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
};
