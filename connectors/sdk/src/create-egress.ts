import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';

import { Agent, buildConnector } from 'undici';

import { exchange, type InboundResponse, type OutboundRequest } from './exchange.ts';
import { incident, retryLater } from './failures.ts';
import { isForbiddenAddress, isUnreachableAddress } from './forbidden-address.ts';
import { hostKey, nameOf, portOf } from './host-key.ts';
import { createOwnAddresses, type OwnAddresses } from './own-addresses.ts';
import { hostRefusal } from './host-refusal.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** What holds for every connector. */
export type EgressPolicy = {
  /** The platform's own servers, as URL or `host:port`: never reached, by whatever name and on whosever word. */
  readonly ownServers?: readonly string[];
  /** Hosts that may have a private address and speak plain HTTP once they are allowed, as `host` or `host:port`. */
  readonly privateHosts?: readonly string[];
};

/** Where one connector may go for one case. */
export type Reach = {
  /** `configured`: the hosts of its own settings, which the operator wrote. `allowed`: those that an administrator allowed. */
  readonly kind: 'configured' | 'allowed';
  /** As `host`, meant at the usual port of https, or `host:port`. */
  readonly hosts: readonly string[];
};

/** How one request goes out. */
export type OutboundOptions = { readonly signal: AbortSignal; readonly reach: Reach };

/** Where a host is: one address, and whether the operator trusts it, so that it may have a private one and speak without encryption. */
export type Location = { readonly address: string; readonly port: number; readonly isTrusted: boolean };

/** The one way out: owns the connections, to be closed with `close`. */
export type Egress = {
  readonly fetch: (request: OutboundRequest, options: OutboundOptions) => Promise<InboundResponse>;
  readonly locate: (host: string, options: OutboundOptions) => Promise<Location>;
  readonly close: () => Promise<void>;
};

/** Opens the egress guard for `policy`. */
export const createEgress = (policy: EgressPolicy = {}): Egress => {
  const own = createOwnAddresses(policy.ownServers ?? []);
  const guards = { private: createGuard(own, 'private'), public: createGuard(own, 'public') };
  /** Throws for a host that may not be reached by its name; says whether the operator trusts it. */
  const judgeName = (url: URL, reach: Reach): boolean => {
    if (own.includesName(url)) throw ownTarget(url.host);
    if (!includesHost(reach.hosts, url)) throw unlistedTarget(url, reach);
    return reach.kind === 'configured' || includesHost(policy.privateHosts ?? [], url);
  };
  return {
    fetch: async (request, { signal, reach }) => {
      const url = parseTarget(request.url);
      const isTrusted = judgeName(url, reach);
      if (!isTrusted && url.protocol !== 'https:') throw openTarget(url.host);
      const guard = guards[isTrusted ? 'private' : 'public'];
      // An address in the URL is connected to without any lookup, so it is judged here.
      if (isIP(nameOf(url)) !== 0) await guard.judge({ host: url.host, address: nameOf(url), port: portOf(url) });
      return exchange({ url, request, signal, dispatcher: guard.agent });
    },
    locate: async (host, { reach }) => {
      const url = placeOf(host);
      const isTrusted = judgeName(url, reach);
      const guard = guards[isTrusted ? 'private' : 'public'];
      return { address: await addressOf(url, guard), port: portOf(url), isTrusted };
    },
    close: async () => {
      await Promise.all([guards.private.agent.destroy(), guards.public.agent.destroy()]);
    },
  };
};

const parseTarget = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw incident('Expected the address of a request to be an http or https URL, but it is not.');
  }
  if (url.username !== '' || url.password !== '') {
    throw incident(`Expected the address of a request to ${url.host} to carry no credentials, but it does.`);
  }
  // A final dot only says that a name is complete; without it each name has one spelling.
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
};

/** A host of another protocol, `name:port`, as a URL that is compared and judged like one. */
const placeOf = (host: string): URL => {
  const text = `https://${host}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.href !== `${url.origin}/`)
    throw incident('Expected a host as name:port, but found something else.');
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
};

/** The first address of a name; one that may not be reached spoils the others, as it would for HTTP. */
const addressOf = async (url: URL, { judge }: Guard): Promise<string> => {
  const name = nameOf(url);
  const found = await lookup(name, { all: true }).catch(() => []);
  const [first] = found;
  if (first === undefined) throw retryLater(`UNAVAILABLE: Expected ${url.host} to have an address, but it has none.`);
  await Promise.all(found.map(({ address }) => judge({ host: url.host, address, port: portOf(url) })));
  return first.address;
};

const includesHost = (hosts: readonly string[], url: URL): boolean =>
  hosts.some((host) => hostKey(host) === `${nameOf(url)}:${portOf(url)}`);

const ownTarget = (host: string): Error =>
  hostRefusal(host, `Expected ${host} to be a server of others, but it is one of the platform's own.`);

const privateTarget = (host: string): Error =>
  hostRefusal(
    host,
    `Expected ${host} to be on the public internet, but it leads to a private or reserved address; only the operator can permit that.`,
  );

const openTarget = (host: string): Error =>
  hostRefusal(host, `Expected a request to ${host} to use https, but it uses http, which only private hosts may.`);

const unlistedTarget = ({ host }: URL, { kind }: Reach): Error =>
  hostRefusal(
    host,
    kind === 'allowed'
      ? `Expected ${host} to be among the hosts that the administration allows this connector, but it is not; an administrator can add it.`
      : `Expected ${host} to be a host of the connector's own settings, but it is not.`,
  );

type Place = { readonly host: string; readonly address: string; readonly port: number };

type Guard = { readonly agent: Agent; readonly judge: (place: Place) => Promise<void> };

const createGuard = (own: OwnAddresses, scope: 'private' | 'public'): Guard => {
  const judge = async ({ host, address, port }: Place): Promise<void> => {
    if (await own.includes(address, port)) throw ownTarget(host);
    const isBarred = scope === 'public' ? isForbiddenAddress(address) : isUnreachableAddress(address);
    if (isBarred) throw privateTarget(host);
  };
  // The address that was judged is the address that is connected to: a second, different DNS answer finds no second question.
  const connect: buildConnector.connector = (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: lookupJudged(port, judge) })(options, callback);
  };
  return { agent: new Agent({ connect }), judge };
};

const lookupJudged =
  (port: number, judge: Guard['judge']): LookupFunction =>
  (hostname, options, answer) => {
    const judged = async (): Promise<LookupAddress[]> => {
      const addresses = await lookup(hostname, { ...options, all: true });
      await Promise.all(addresses.map(({ address }) => judge({ host: hostname, address, port })));
      return addresses;
    };
    judged().then(
      (addresses) => answerWith(addresses, options.all === true ? 'all' : 'first', answer),
      (refusal: NodeJS.ErrnoException) => answer(refusal, ''),
    );
  };

const answerWith = (
  addresses: LookupAddress[],
  wanted: 'all' | 'first',
  answer: Parameters<LookupFunction>[2],
): void => {
  const [first] = addresses;
  if (wanted === 'all') answer(null, addresses);
  else if (first !== undefined) answer(null, first.address, first.family);
};
