import { BlockList, isIP } from 'node:net';
import { CaseworkError } from '@irisflow/foundation';

const MAX_ADDRESSES = 20;

interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
}

/** `192.0.2.7`, `192.0.2.0/24` or `2001:db8::/32`. */
const networkOf = (text: string): Network | undefined => {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return undefined;
  const bits = version === 4 ? 32 : 128;
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  return { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix: prefix === undefined ? bits : Number(prefix) };
};

/** The addresses from which a token counts, as they were written; null for any. */
export const requireAddresses = (addresses: readonly string[] | null): readonly string[] | null => {
  if (addresses === null || addresses.length === 0) return null;
  if (addresses.length > MAX_ADDRESSES)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected at most ${MAX_ADDRESSES} addresses, but found ${addresses.length}`,
    );
  const trimmed = addresses.map((text) => text.trim());
  const wrong = trimmed.find((text) => networkOf(text) === undefined);
  if (wrong === undefined) return [...new Set(trimmed)];
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected addresses such as 192.0.2.7 or 2001:db8::/32, but found "${wrong.slice(0, 60)}"`,
  );
};

/** Whether a call comes from where it may; an IPv4 address that is written as IPv6 is the same one. */
export const isAllowedAddress = (addresses: readonly string[] | null, from: string): boolean => {
  if (addresses === null) return true;
  const family = isIP(from);
  if (family === 0) return false;
  const list = new BlockList();
  for (const text of addresses) {
    const network = networkOf(text);
    if (network !== undefined) list.addSubnet(network.address, network.prefix, network.family);
  }
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(from)?.[1];
  return plain === undefined ? list.check(from, family === 4 ? 'ipv4' : 'ipv6') : list.check(plain, 'ipv4');
};
