import { rootCertificates } from 'node:tls';
import { Agent, fetch as undiciFetch } from 'undici';

/** What a connection over TLS trusts and shows, in PEM; empty means nothing special. */
export type TlsMaterial = {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
};

const isPlain = ({ ca, certificate }: TlsMaterial): boolean => ca === '' && certificate === '';

const createFetch = (ca: string | string[], { certificate, key }: TlsMaterial): typeof fetch => {
  const connect = {
    ...(ca === '' ? {} : { ca }),
    ...(certificate === '' ? {} : { cert: certificate, key }),
  };
  const dispatcher = new Agent({ connect });
  // Not Node's own: which connections of this package that one takes depends on the version of Node.
  return (address, init) => undiciFetch(address, { ...init, dispatcher });
};

/** `fetch` towards the engine: trusts the configured authority alone. */
export const engineFetch = (tls: TlsMaterial): typeof fetch => (isPlain(tls) ? fetch : createFetch(tls.ca, tls));

/** `fetch` towards the authorization server, which may have a certificate of the engine's authority or a public one. */
export const authorizationFetch = ({ ca }: TlsMaterial): typeof fetch =>
  ca === '' ? fetch : createFetch([...rootCertificates, ca], { ca, certificate: '', key: '' });
