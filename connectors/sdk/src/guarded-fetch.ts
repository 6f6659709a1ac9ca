import { callerOf, requireCaller, type Caller } from './caller-of.ts';
import type { Location, OutboundOptions, Reach } from './create-egress.ts';
import type { GuardedFetch } from './exchange.ts';
import { refusedHostOf } from './host-refusal.ts';
import { hostKey } from './host-key.ts';

/** The way out of one run: the hosts of the connector's own settings, or else those that its case's administration allows. */
export const guardedFetch =
  (sender: Caller): GuardedFetch =>
  (request) =>
    within(sender, (options) => sender.surroundings.fetch(request, options));

/** The same for protocols other than HTTP. */
export const guardedLocate =
  (sender: Caller): ((host: string) => Promise<Location>) =>
  (host) =>
    within(sender, (options) => sender.surroundings.locate(host, options));

const within = async <T>(sender: Caller, go: (options: OutboundOptions) => Promise<T>): Promise<T> => {
  try {
    return await go({ signal: sender.signal, reach: await reachOf(sender) });
  } catch (error) {
    const host = refusedHostOf(error);
    if (host !== undefined) await report(sender, host);
    throw error;
  }
};

const reachOf = async (sender: Caller): Promise<Reach> => {
  const { connector, surroundings, ownAccess } = sender;
  // An administrator wrote it, not the operator: it is judged as any host that an administrator allows.
  if (ownAccess.isTaken()) return { kind: 'allowed', hosts: ownAccess.hosts() };
  if (connector.targets !== 'many') return { kind: 'configured', hosts: hostsOfSettings(connector, surroundings) };
  const { allowList } = surroundings;
  if (allowList === undefined) return { kind: 'allowed', hosts: [] };
  const { hosts } = await allowList.read(requireCaller(sender));
  return { kind: 'allowed', hosts };
};

const hostsOfSettings = (
  { settings = [] }: Caller['connector'],
  { settings: values }: Caller['surroundings'],
): string[] =>
  settings.flatMap((name) => {
    const value = values[name] ?? '';
    return /^https?:/.test(value) ? [hostKey(value)] : [];
  });

/** A refusal stands whether or not it could be told. */
const report = async (sender: Caller, host: string): Promise<void> => {
  const { connector, surroundings } = sender;
  const caller = callerOf(sender);
  if (caller === undefined || surroundings.allowList === undefined) return;
  await surroundings.allowList.refused({ ...caller, host }).catch(() => {
    const message = `Expected the platform to take note that ${connector.type} was kept from ${host}, but it did not.`;
    surroundings.log({ level: 'warn', message });
  });
};
