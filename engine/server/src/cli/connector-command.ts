import { ConfigError } from '../config/config-error.ts';
import type { Run } from './command.ts';

const nouns: Readonly<Record<string, () => Promise<Run>>> = {
  token: async () => (await import('./connector/connector-token.ts')).runConnectorToken,
};

/** What operators do about connectors that others run. */
export const runConnector: Run = async ([noun = '', ...parameters]) => {
  const load = Object.hasOwn(nouns, noun) ? nouns[noun] : undefined;
  if (load === undefined)
    throw new ConfigError('Expected "connector token add", "connector token list" or "connector token revoke".');
  return (await load())(parameters);
};
