import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SealFile {
  /** PKCS #12, as the real `openssl` writes it. */
  readonly bytes: Buffer;
  readonly passphrase: string;
  /** Of its certificate. */
  readonly pem: string;
}

const keys = {
  rsa: ['-newkey', 'rsa:2048'],
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  weakRsa: ['-newkey', 'rsa:1024'],
  oddCurve: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
  ed25519: ['-newkey', 'ed25519'],
} as const;

export interface SealFileOptions {
  readonly holder?: string;
  readonly key?: keyof typeof keys;
  /** From now on; below zero for a certificate that has ended. */
  readonly days?: number;
  /** As old programs write such files. */
  readonly isLegacy?: boolean;
}

const openssl = (...parameters: string[]) => execFileSync('openssl', parameters, { stdio: 'pipe' });

/** A key and its certificate for one test; neither is kept anywhere. */
export const makeSealFile = ({
  holder = 'Bruxelles Logement',
  key = 'rsa',
  days = 30,
  isLegacy = false,
}: SealFileOptions = {}): SealFile => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-seal-'));
  const at = (name: string) => path.join(folder, name);
  const passphrase = 'only for a test';
  try {
    const subject = `/C=BE/O=${holder}/CN=Seal of ${holder}`;
    openssl('req', ...keys[key], '-nodes', '-keyout', at('key'), '-out', at('request'), '-utf8', '-subj', subject);
    openssl('x509', '-req', '-in', at('request'), '-signkey', at('key'), '-days', String(days), '-out', at('pem'));
    const how = isLegacy ? ['-legacy'] : [];
    const files = ['-inkey', at('key'), '-in', at('pem'), '-out', at('p12'), '-passout', `pass:${passphrase}`];
    openssl('pkcs12', '-export', ...how, ...files);
    return { bytes: readFileSync(at('p12')), passphrase, pem: readFileSync(at('pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
