import { parseArgs } from 'node:util';
import { job } from '@irisflow/access';
import type { OwnedToken } from '@irisflow/procedures';
import { ConfigError } from '../../config/config-error.ts';
import type { Run } from '../command.ts';
import { withConnectors } from './with-connectors.ts';

const tokenUsage = [
  'connector token add --name <name> --types <type,...> [--administration <key>] [--expires <date>]',
  'connector token list',
  'connector token revoke <id>',
] as const;

const operator = job('operator');

const refuse = (): never => {
  throw new ConfigError(`Expected ${tokenUsage.map((usage) => `"${usage}"`).join(', ')}.`);
};

const readAdd = (parameters: readonly string[]) => {
  const text = { type: 'string' } as const;
  const options = { name: text, types: text, administration: text, expires: text };
  const { name, types, administration, expires } = parseArgs({ args: [...parameters], options }).values;
  if (name === undefined || types === undefined) return refuse();
  const listed = types.split(',').map((type) => type.trim());
  return { name, types: listed, administration, expiresAt: expires };
};

const add: Run = async (parameters) => {
  const wanted = readAdd(parameters);
  const { token, connectorToken } = await withConnectors((room) => room.createToken(operator, wanted));
  const serves = wanted.administration ?? 'every administration';
  process.stdout.write(
    `${token}\n\nThis is shown once. Give it to the worker as its connector token; ${connectorToken.id} revokes it.\n` +
      `It serves ${connectorToken.types.join(', ')} for ${serves}, ${connectorToken.expiresAt === null ? 'until it is revoked' : `until ${connectorToken.expiresAt}`}.\n`,
  );
  return 0;
};

const stateOf = ({ revokedAt, expiresAt }: OwnedToken): string => {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  if (expiresAt === null) return 'counts';
  return `${Date.parse(expiresAt) > Date.now() ? 'counts until' : 'expired'} ${expiresAt}`;
};

const list: Run = async ([...more]) => {
  if (more.length > 0) return refuse();
  const tokens = await withConnectors((room) => room.listAllTokens(operator, {}));
  for (const token of tokens) {
    const { id, administration, name, types, lastUsedAt } = token;
    process.stdout.write(
      `${id}  ${administration ?? 'platform'}  ${types.join(',')}  ${stateOf(token)}  ${lastUsedAt === null ? 'never used' : `last used ${lastUsedAt}`}  ${name}\n`,
    );
  }
  if (tokens.length === 0) process.stdout.write('There are no connector tokens.\n');
  return 0;
};

const revoke: Run = async ([tokenId, ...more]) => {
  if (tokenId === undefined || more.length > 0) return refuse();
  await withConnectors((room) => room.revokeToken(operator, { tokenId }));
  process.stdout.write(`The connector token ${tokenId} counts no longer.\n`);
  return 0;
};

const actions: Readonly<Record<string, Run>> = { add, list, revoke };

/** Makes, shows and revokes tokens of connectors that others run. */
export const runConnectorToken: Run = async ([action = '', ...parameters]) => (actions[action] ?? refuse)(parameters);
