import { BlockList, isIPv6 } from 'node:net';

/** Ranges that are not the public internet: ourselves, our neighbors, cloud metadata, tunnels into IPv4, multicast. */
const IPV4_RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const IPV6_RANGES: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const forbidden = new BlockList();
for (const [network, prefix] of IPV4_RANGES) forbidden.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of IPV6_RANGES) forbidden.addSubnet(network, prefix, 'ipv6');

/** True when an IP address must not be reached on a stranger's word. IPv4 written as IPv6 is judged as IPv4. */
export const isForbiddenAddress = (address: string): boolean =>
  forbidden.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Link-local neighbors and the addresses at which clouds tell a machine its own secrets. */
const unreachable = new BlockList();
unreachable.addSubnet('169.254.0.0', 16, 'ipv4');
unreachable.addAddress('100.100.100.200', 'ipv4');
unreachable.addAddress('192.0.0.192', 'ipv4');
unreachable.addSubnet('fe80::', 10, 'ipv6');
unreachable.addAddress('fd00:ec2::254', 'ipv6');
unreachable.addAddress('fd20:ce::254', 'ipv6');

/** True when an address must not be reached on anybody's word, the operator's included. */
export const isUnreachableAddress = (address: string): boolean =>
  unreachable.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
