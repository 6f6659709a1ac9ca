import { isIP } from 'node:net';
import { CaseworkError } from '@irisflow/foundation';

/** Why a host is not put on a list; forms say it at the field, in the reader's language. */
export type HostRefusal = 'hostName' | 'ownPlatform' | 'privateHost';

export const refuseHost = (keyword: HostRefusal, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: '/host', keyword }] });
};

const readUrl = (written: string): URL => {
  const text = `https://${written.trim()}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isBare = url !== null && url.href === `https://${url.host}/` && !/[@/?#\\]/.test(written);
  return isBare ? url : refuseHost('hostName', 'Expected a host as name or name:port, but found something else');
};

/** A host in the one way in which it is compared: lower case, no final dot, without the usual port of https. */
export const hostName = (written: string): string => {
  const url = readUrl(written);
  const name = url.hostname.replace(/\.$/, '');
  return url.port === '' ? name : `${name}:${url.port}`;
};

/** Whether a host is for the operator to permit first: an address instead of a name, or a name of this network. */
export const isPrivateName = (host: string): boolean => {
  const { hostname } = new URL(`https://${host}`);
  const literal = hostname.replaceAll(/^\[|\]$/g, '');
  return isIP(literal) !== 0 || !hostname.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(hostname);
};
