import type { Queryable } from '@irisflow/database';
import { type Actor, appendAudit, findAdministration, requireStaff, tokenHashOf } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { authorOf } from '../require-procedure.ts';
import { findConnectorToken, insertConnectorToken } from '../storage/connector-tokens.ts';
import type { ConnectorTokenView } from '../views/connector.ts';
import { isTypeOf } from './connector-type.ts';
import type { ConnectorsSurroundings, UseCase } from './surroundings.ts';
import { viewToken } from './view-token.ts';

/** Whose tokens somebody arranges: an administrator those of their administration, an operator those that they name. */
export const tokenOwnerOf = (actor: Actor, named: string | null): string | null =>
  actor.kind === 'job' ? named : requireStaff(actor, ['administrator']).administration;

export interface TokenToCreate {
  readonly name: string;
  readonly types: readonly string[];
  /** The last day on which it counts, or the instant at which it ends; without, it counts until it is revoked. */
  readonly expiresAt?: string | null | undefined;
  /** For the operator: whose it is; without, it is the platform's and serves every administration. */
  readonly administration?: string | undefined;
}

export interface CreatedToken {
  /** Shown this once. */
  readonly token: string;
  readonly connectorToken: ConnectorTokenView;
}

/** By this beginning scanners find a token that was left somewhere. */
export const tokenPrefix = 'ifc_';
const MAX_TYPES = 50;
const MAX_NAME = 100;
const DAY_MS = 86_400_000;
/** A year of five digits is written in a way that no store reads. */
const LAST_END = Date.parse('9999-12-31T00:00:00Z');

const refuseType = (expected: string, found: string, why = ''): never => {
  throw new CaseworkError('CONNECTOR_TYPE_REFUSED', `Expected ${expected}, but found "${found.slice(0, 120)}"${why}`);
};

const requireTypes = (
  { connectorTypes }: ConnectorsSurroundings,
  owner: string | null,
  types: readonly string[],
): void => {
  if (types.length === 0 || types.length > MAX_TYPES || new Set(types).size < types.length)
    throw new CaseworkError('INPUT_INVALID', `Expected 1 to ${MAX_TYPES} different types, but found ${types.length}`);
  const shipped = types.find((type) => connectorTypes?.includes(type));
  if (shipped !== undefined) refuseType('a type of your own', shipped, ', which comes with the platform');
  const wrong = types.find((type) => !isTypeOf(owner, type));
  if (wrong === undefined) return;
  refuseType(
    owner === null
      ? 'a type of the platform in small letters, digits and "-", such as parking-permit, or also the administration whose key it begins with'
      : `a type that begins with the key of its administration, such as ${owner}.parking-permit`,
    wrong,
  );
};

const requireName = (name: string): string => {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= MAX_NAME) return trimmed;
  throw new CaseworkError('INPUT_INVALID', `Expected a name of 1 to ${MAX_NAME} characters, but found ${name.length}`);
};

/** A day counts until it is over. */
const endOf = (text: string): number => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) + DAY_MS : Date.parse(text);
  if (at <= LAST_END) return at;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a day such as 2027-12-31 and before 9999-12-31, but found "${text.slice(0, 40)}"`,
  );
};

const expiryOf = ({ clock }: ConnectorsSurroundings, text: string | null | undefined): string | null => {
  if (text === null || text === undefined) return null;
  const at = endOf(text);
  if (at > clock.now()) return isoOf(at);
  throw new CaseworkError('INPUT_INVALID', `Expected a day to come, but found ${text}`);
};

const requireOwner = async (db: Queryable, owner: string | null): Promise<void> => {
  if (owner === null || (await findAdministration(db, owner)) !== null) return;
  throw new CaseworkError('ADMINISTRATION_UNKNOWN', `Expected an administration of this platform, but found ${owner}`);
};

/** Makes a token for connectors that somebody else runs. What it says is answered here and never again. */
export const createToken: UseCase<TokenToCreate, CreatedToken> = async (surroundings, actor, wanted) => {
  const administration = tokenOwnerOf(actor, wanted.administration ?? null);
  const { database, clock, random } = surroundings;
  const name = requireName(wanted.name);
  const { types } = wanted;
  requireTypes(surroundings, administration, types);
  const expiresAt = expiryOf(surroundings, wanted.expiresAt);
  const token = `${tokenPrefix}${random.token()}`;
  const id = random.id();
  const createdAt = isoOf(clock.now());
  const createdBy = authorOf(actor);
  const connectorToken = await database.transaction(async (tx) => {
    await requireOwner(tx, administration);
    const hash = tokenHashOf(token);
    await insertConnectorToken(tx, { id, administration, name, types, hash, createdAt, createdBy, expiresAt });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'connectorToken.created',
      object: `connectorToken:${id}`,
      administration,
      detail: { name, types, expiresAt },
    });
    const row = await findConnectorToken(tx, id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the new token ${id}, but it is gone`);
    return viewToken(row);
  });
  return { token, connectorToken };
};
