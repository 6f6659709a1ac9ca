import { isTenantId } from '@irisflow/protocol';
import { ConfigError } from './config-error.ts';
import { secret, type Setting } from './setting.ts';

/** Whoever sends this token works in these tenants. */
export interface TenantToken {
  readonly token: string;
  readonly tenantIds: readonly string[];
}

/** The sentences count the entries and show none: they hold secrets. */
const parseEntry = (name: string, entry: string, index: number): TenantToken => {
  const refuse = (found: string): never => {
    throw new ConfigError(`Expected ${name} to be entries like tenant=token, but ${found} in entry ${index + 1}.`);
  };
  const [tenants = ''] = entry.split('=', 1);
  const token = entry.slice(tenants.length + 1);
  if (token === '') refuse('there is no token');
  const tenantIds = tenants.split(',');
  if (!tenantIds.every(isTenantId)) refuse('there is no tenant of 1 to 31 letters, digits, ".", "-" and "_"');
  return { token, tenantIds };
};

/** `tenant=token` or `tenant,tenant=token`, by white space; each token once. */
export const tenantTokens = (name: string, help: string): Setting<readonly TenantToken[]> => {
  const text = secret(name, help);
  return {
    ...text,
    read: (environment) => {
      const entries = text
        .read(environment)
        .split(/\s+/)
        .filter((entry) => entry !== '');
      const tokens = entries.map((entry, index) => parseEntry(name, entry, index));
      if (new Set(tokens.map(({ token }) => token)).size < tokens.length)
        throw new ConfigError(`Expected each token of ${name} once, but one stands there twice.`);
      return tokens;
    },
  };
};
