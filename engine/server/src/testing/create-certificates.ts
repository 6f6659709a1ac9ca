import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Paths of PEM files, each made by the real `openssl`. */
export interface Certificates {
  readonly folder: string;
  readonly ca: string;
  /** Of 127.0.0.1 and localhost. */
  readonly server: { readonly certificate: string; readonly key: string };
  readonly client: { readonly certificate: string; readonly key: string };
  remove(): void;
}

const openssl = (...parameters: string[]) => execFileSync('openssl', parameters, { stdio: 'pipe' });

const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate authority for one test, a server that it vouches for and a client. */
export const createCertificates = (): Certificates => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-certificates-'));
  const at = (name: string) => path.join(folder, name);
  const [ca, caKey] = [at('ca.pem'), at('ca.key')];
  openssl('req', '-x509', ...key, '-keyout', caKey, '-out', ca, '-days', '2', '-subj', '/CN=Test authority');
  const sign = (name: string, extensions: string) => {
    const [certificate, own, request, extra] = [`${name}.pem`, `${name}.key`, `${name}.csr`, `${name}.ext`].map(at);
    writeFileSync(String(extra), extensions);
    openssl('req', '-new', ...key, '-keyout', String(own), '-out', String(request), '-subj', `/CN=${name}`);
    const by = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', String(extra)];
    openssl('x509', '-req', '-in', String(request), '-out', String(certificate), ...by);
    return { certificate: String(certificate), key: String(own) };
  };
  return {
    folder,
    ca,
    server: sign('server', 'subjectAltName=DNS:localhost,IP:127.0.0.1\n'),
    client: sign('client', 'extendedKeyUsage=clientAuth\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
