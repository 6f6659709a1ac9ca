import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { type AuthenticatedSafe, CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from 'pkijs';
import { SealError } from '../seal-error.ts';
import type { SealKey } from '../seal-key.ts';

const signAsync = promisify(sign);

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const read = (bytes: Uint8Array): PFX => {
  try {
    return PFX.fromBER(bytes);
  } catch (thrown) {
    throw new SealError('Expected a PKCS #12 file (.p12 or .pfx), but it is none', thrown);
  }
};

/** Its code of integrity is made with the passphrase: where that fits, nobody changed the file either. */
const openSafe = async (pfx: PFX, password: ArrayBuffer): Promise<AuthenticatedSafe> => {
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: true });
  } catch (thrown) {
    throw new SealError('Expected the passphrase of the file, but it is another one', thrown);
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new SealError('Expected a PKCS #12 file with contents, but it is empty');
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  } catch (thrown) {
    throw new SealError(
      `Expected a file that is encrypted with AES, but it is not (${reasonOf(thrown)}). OpenSSL 3 writes it anew: openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem, then openssl pkcs12 -export -in all.pem -out new.p12`,
      thrown,
    );
  }
  return safe;
};

const bagsOf = (safe: AuthenticatedSafe): readonly SafeBag[] => {
  const contents = (safe.parsedValue?.safeContents ?? []) as readonly { value: { safeBags: readonly SafeBag[] } }[];
  return contents.flatMap(({ value }) => value.safeBags);
};

const certificateOf = ({ bagValue }: SafeBag): X509Certificate[] => {
  const parsed = bagValue instanceof CertBag ? bagValue.parsedValue : undefined;
  return parsed === undefined ? [] : [new X509Certificate(Buffer.from(parsed.toSchema().toBER()))];
};

const privateKeyOf = async ({ bagValue }: SafeBag, password: ArrayBuffer): Promise<PrivateKeyInfo[]> => {
  if (bagValue instanceof PrivateKeyInfo) return [bagValue];
  if (!(bagValue instanceof PKCS8ShroudedKeyBag)) return [];
  try {
    await (
      bagValue as unknown as { parseInternalValues(how: { password: ArrayBuffer }): Promise<void> }
    ).parseInternalValues({ password });
  } catch (thrown) {
    throw new SealError(
      `Expected an RSA key, or an EC key on P-256, P-384 or P-521, but it cannot be read (${reasonOf(thrown)})`,
      thrown,
    );
  }
  return bagValue.parsedValue === undefined ? [] : [bagValue.parsedValue];
};

const RSA_BITS = 2048;

/** Whoever breaks a weak key seals what they want in the name of the administration, and readers call such a seal worthless. */
const requireStrong = ({ asymmetricKeyType: type, asymmetricKeyDetails: details = {} }: KeyObject): void => {
  const { modulusLength = 0 } = details;
  if (type !== 'rsa' && type !== 'ec') throw new SealError(`Expected an RSA or an EC key, but found ${type}`);
  if (type === 'rsa' && modulusLength < RSA_BITS)
    throw new SealError(`Expected an RSA key of ${RSA_BITS} bits or more, but found ${modulusLength}`);
};

/**
 * Opens a file with a key and its certificate.
 * @example const key = await openPkcs12(readFileSync('housing.p12'), passphrase)
 */
export const openPkcs12 = async (bytes: Uint8Array, passphrase: string): Promise<SealKey> => {
  const password = new Uint8Array(Buffer.from(passphrase, 'utf8')).buffer;
  const bags = bagsOf(await openSafe(read(bytes), password));
  const certificates = bags.flatMap(certificateOf);
  const keys = (await Promise.all(bags.map((bag) => privateKeyOf(bag, password)))).flat();
  const [info] = keys;
  if (info === undefined || keys.length > 1)
    throw new SealError(`Expected one private key in the file, but found ${keys.length}`);
  const privateKey = createPrivateKey({ key: Buffer.from(info.toSchema().toBER()), format: 'der', type: 'pkcs8' });
  requireStrong(privateKey);
  const certificate = certificates.find((one) => one.checkPrivateKey(privateKey));
  if (certificate === undefined)
    throw new SealError('Expected the certificate of the key in the file, but it is not there');
  return {
    certificate,
    chain: certificates.filter((one) => one !== certificate),
    sign: (content) => signAsync('sha256', content, privateKey),
  };
};
