import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

import { nameOf, portOf } from './host-key.ts';

/** The servers of the platform, to be recognized under whatever name somebody gives them. */
export type OwnAddresses = {
  readonly includes: (address: string, port: number) => Promise<boolean>;
  readonly includesName: (url: URL) => boolean;
};

type Server = { readonly name: string; readonly port: number };

/** `servers` are URLs or `host:port`. */
export const createOwnAddresses = (servers: readonly string[]): OwnAddresses => {
  const own = servers.flatMap(readServer);
  return {
    includesName: (url) => own.some(({ name, port }) => name === nameOf(url) && port === portOf(url)),
    includes: async (address, port) => {
      const candidates = own.filter((server) => server.port === port);
      const found = await Promise.all(candidates.map(({ name }) => isSamePlace(name, plainAddress(address))));
      return found.includes(true);
    },
  };
};

const readServer = (server: string): Server[] => {
  const text = server.includes('://') ? server : `http://${server}`;
  if (!URL.canParse(text)) return [];
  const url = new URL(text);
  return [{ name: nameOf(url), port: portOf(url) }];
};

const isSamePlace = async (name: string, address: string): Promise<boolean> => {
  const known = (await addressesOf(name)).map(plainAddress);
  // One listening socket answers at every address of the machine, so they all count as one.
  return known.includes(address) || (isOfThisMachine(address) && known.some(isOfThisMachine));
};

const addressesOf = async (name: string): Promise<readonly string[]> => {
  if (isIP(name) !== 0) return [name];
  const found = await lookup(name, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
};

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addSubnet('0.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addAddress('::', 'ipv6');

const isOfThisMachine = (address: string): boolean => {
  if (loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return true;
  return Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === address) === true);
};

/** An address in the one way in which it is compared: IPv4 written as IPv6 is IPv4. */
const plainAddress = (address: string): string => {
  if (!isIPv6(address)) return address;
  const text = nameOf(new URL(`http://[${address.replace(/%.*$/, '')}]`));
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(text) ?? [];
  if (high === undefined || low === undefined) return text;
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [left >> 8, left & 255, right >> 8, right & 255].join('.');
};
