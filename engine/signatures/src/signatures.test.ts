import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterheadOf, letterPdf } from '@irisflow/letters';
import { factsOf, openPkcs12, requireInForce, roomFor, sealPdf, type SealKey, verifyPdf } from './index.ts';
import { makeSealFile, type SealFile } from './testing/index.ts';

const now = Date.now();
const DAY = 24 * 3600 * 1000;

const head = letterheadOf({
  locale: 'fr',
  administration: 'Bruxelles Logement',
  recipient: ['Zoë Claes', 'Rue de la Loi 1', '1000 Bruxelles'],
  today: '2026-11-29',
  reference: 'HA-2026-1',
  contact: { name: 'Nadia', phone: '02 000 00 00', email: 'n@example.org' },
});
const blocks = [
  { kind: 'paragraph', runs: [{ text: 'Votre demande est accordée.', bold: false, italic: false }] },
] as const;
const lines = ['Cachet électronique de Bruxelles Logement', 'Signé par Els Peeters, directrice'] as const;

const drawn = (key: SealKey, subject = 'Décision', by: readonly [string, ...string[]] = lines) =>
  letterPdf({ locale: 'fr', subject, blocks }, head, now, {
    holder: factsOf(key.certificate).holder,
    reason: subject,
    lines: by,
    room: roomFor(key),
  });

const sealedWith = async (file: SealFile): Promise<Buffer> => {
  const key = await openPkcs12(file.bytes, file.passphrase);
  return sealPdf(key, await drawn(key));
};

let folder: string;
let rsa: SealFile;
let sealed: Buffer;

const write = (name: string, content: Buffer | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** What is signed, and the signature over it, cut from the file by what its byte range says. */
const cut = (pdf: Buffer): { readonly signed: string; readonly signature: string } => {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(pdf.toString('latin1'))?.slice(1).map(Number) ?? [];
  const [from = 0, length = 0, behind = 0, rest = 0] = range;
  expect([from, behind + rest]).toEqual([0, pdf.length]);
  const hex = pdf.toString('latin1', length + 1, behind - 1);
  const signed = Buffer.concat([pdf.subarray(0, length), pdf.subarray(behind)]);
  return { signed: write('signed', signed), signature: write('cms', Buffer.from(hex, 'hex')) };
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'irisflow-signatures-'));
  rsa = makeSealFile();
  sealed = await sealedWith(rsa);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['rsa', 'ec'] as const)('a letter that is sealed with an %s key', (key) => {
  test('is verified by OpenSSL, which sees what PAdES wants signed and no time', async () => {
    const file = makeSealFile({ key });
    const { signed, signature } = cut(await sealedWith(file));
    const certificate = write('pem', file.pem);
    const cms = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', signature, '-content', signed];
    const verified = spawnSync('openssl', [...cms, '-CAfile', certificate, '-purpose', 'any', '-out', '/dev/null']);
    expect(verified.stderr.toString()).toContain('CAdES Verification successful');
    expect(verified.status).toBe(0);
    const print = ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', signature];
    const printed = execFileSync('openssl', print, { encoding: 'utf8' });
    expect(printed).toContain('id-smime-aa-signingCertificateV2');
    expect(printed).not.toContain('signingTime');
  });
});

describe('a sealed letter', () => {
  test('is verified by poppler, as signed in whole', () => {
    const told = spawnSync('pdfsig', ['-nocert', write('sealed.pdf', sealed)], { encoding: 'utf8' }).stdout;
    expect(told).toContain('Signature Validation: Signature is Valid');
    expect(told).toContain('Total document signed');
    expect(told).toContain('ETSI.CAdES.detached');
  });

  test('keeps its tags, and says in them whose seal it has', () => {
    const file = write('sealed.pdf', sealed);
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
    expect(structure).toContain('Form');
    for (const line of lines) expect(structure).toContain(line);
  });

  test('says who sealed it', () => {
    expect(verifyPdf(sealed)).toMatchObject({ holder: 'Bruxelles Logement', issuer: 'Bruxelles Logement' });
  });

  test('is not what it was once any of its bytes is another one, or more follow', () => {
    const { length } = sealed;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ by;
        const found = verifyPdf(changed);
        // Of the signature itself, some numbers of versions say nothing.
        expect(found === null || isInSignature(changed, at)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(verifyPdf(Buffer.concat([sealed, Buffer.from('\n% more')]))).toBeNull();
    expect(verifyPdf(sealed.subarray(0, length - 1))).toBeNull();
    const room = sealed.indexOf('0>', sealed.indexOf('/Contents <'));
    expect(
      verifyPdf(Buffer.concat([sealed.subarray(0, room), Buffer.from('1'), sealed.subarray(room + 1)])),
    ).toBeNull();
  });

  test.each([
    'Décision sur « /Contents <00> »',
    '/Contents <00>',
    'a\n/Contents <00>',
    'a\n/ByteRange [0 1 2 3]',
    'é\n/ByteRange [0 1 2 3]',
    ')>>endobj(',
    'Dupont & Fils <nv>',
  ])('is sealed whatever its words look like: %j', async (words) => {
    const key = await openPkcs12(rsa.bytes, rsa.passphrase);
    const pdf = await sealPdf(key, await drawn(key, words, [words, words]));
    expect(verifyPdf(pdf)).toMatchObject({ holder: 'Bruxelles Logement' });
    const told = spawnSync('pdfsig', ['-nocert', write('words.pdf', pdf)], { encoding: 'utf8' }).stdout;
    expect(told).toContain('Signature Validation: Signature is Valid');
  });

  test('is sealed once', async () => {
    const key = await openPkcs12(rsa.bytes, rsa.passphrase);
    await expect(sealPdf(key, sealed)).rejects.toThrow(/not sealed yet/);
    await expect(sealPdf(key, Buffer.concat([sealed, sealed]))).rejects.toThrow(/room for one signature/);
  });
});

const isInSignature = (pdf: Buffer, at: number): boolean => {
  const text = pdf.toString('latin1');
  const from = text.indexOf('/Contents <');
  return at > from && at < text.indexOf('>', from);
};

describe('a file with a key', () => {
  test.each([
    ['of another passphrase', () => [rsa.bytes, 'another'] as const, /Expected the passphrase/],
    ['that is none', () => [Buffer.from('hello'), ''] as const, /Expected a PKCS #12 file/],
    [
      'of old programs',
      () => [makeSealFile({ isLegacy: true }).bytes, rsa.passphrase] as const,
      /openssl pkcs12 -legacy/,
    ],
    ['with a weak key', () => [makeSealFile({ key: 'weakRsa' }).bytes, rsa.passphrase] as const, /2048 bits .* 1024/],
    [
      'on an odd curve',
      () => [makeSealFile({ key: 'oddCurve' }).bytes, rsa.passphrase] as const,
      /an EC key on P-256, P-384 or P-521, but/,
    ],
    ['of another kind', () => [makeSealFile({ key: 'ed25519' }).bytes, rsa.passphrase] as const, /found ed25519/],
  ])('%s says so', async (_what, given, expected) => {
    await expect(openPkcs12(...given())).rejects.toThrow(expected);
  });

  test('says whose it is as they write themselves', async () => {
    const holder = 'Énergie, climat "logement" <nv>; #1';
    const file = makeSealFile({ holder });
    const { certificate } = await openPkcs12(file.bytes, file.passphrase);
    expect(factsOf(certificate)).toMatchObject({ holder, issuer: holder });
  });

  test('seals while its certificate is in force', async () => {
    const key = await openPkcs12(rsa.bytes, rsa.passphrase);
    expect(() => requireInForce(key, now + DAY)).not.toThrow();
    expect(() => requireInForce(key, now + 31 * DAY)).toThrow(/it ended on/);
    expect(() => requireInForce(key, now - DAY)).toThrow(/it only begins on/);
  });
});
