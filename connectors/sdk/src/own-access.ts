import type { Connector } from './connector.ts';
import type { SourceAccess } from './connector-ports.ts';
import { incident } from './failures.ts';
import { hostKey } from './host-key.ts';

/**
 * By what one run reaches its source: as the worker was configured, until the platform says with the permission to ask that the
 * administration of the case has an access of its own. From then on nothing of the configuration is used with it.
 */
export type OwnAccess = {
  readonly take: (access: SourceAccess) => void;
  readonly isTaken: () => boolean;
  /** The value of a declared setting, or undefined where the worker's own counts. */
  readonly setting: (name: string) => string | undefined;
  readonly secret: (name: string) => string | undefined;
  /** What must stand in no message. */
  readonly secrets: () => readonly string[];
  /** Where alone the run may go. */
  readonly hosts: () => readonly string[];
};

type Parts = Pick<Connector, 'type' | 'settings' | 'secrets'>;

const isAddress = (name: string): boolean => name.endsWith('_URL');
const isUser = (name: string): boolean => name.endsWith('_USER');

/** An access is an address, a secret and perhaps a name: a connector that needs anything else is given none. */
const requireFitting = ({ type, settings = [], secrets = [] }: Parts, { user }: SourceAccess): void => {
  const addresses = settings.filter(isAddress);
  const others = settings.filter((name) => !isAddress(name) && !isUser(name));
  if (addresses.length !== 1 || secrets.length !== 1 || others.length > 0)
    throw incident(
      `Expected ${type} to have one setting that ends in _URL, at most one in _USER and one secret, so that an administration can have an access of its own; it has others.`,
    );
  if (settings.some(isUser) && user === null)
    throw incident(
      `Expected the access that the administration gave to ${type} to have a name of a user, but it has none.`,
    );
};

export const createOwnAccess = (connector: Parts): OwnAccess => {
  let taken: SourceAccess | undefined;
  return {
    take: (access) => {
      requireFitting(connector, access);
      taken = access;
    },
    isTaken: () => taken !== undefined,
    setting: (name) => {
      if (taken === undefined || connector.settings?.includes(name) !== true) return undefined;
      return isAddress(name) ? taken.address : (taken.user ?? undefined);
    },
    secret: (name) => (connector.secrets?.includes(name) === true ? taken?.secret : undefined),
    secrets: () => (taken === undefined ? [] : [taken.secret]),
    hosts: () => (taken === undefined ? [] : [hostKey(taken.address)]),
  };
};
