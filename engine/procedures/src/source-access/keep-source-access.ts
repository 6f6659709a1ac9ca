import { appendAudit, requireStaff, type Actor } from '@irisflow/access';
import { CaseworkError, instantOf, requireOutboundUrl } from '@irisflow/foundation';
import { listDeclaredSources } from '../authorizations/list-declared-sources.ts';
import { isRightSource } from '../right-source-description.ts';
import {
  findSourceAccess,
  listSourceAccessRows,
  putSourceAccess,
  removeSourceAccessRow,
  type SourceAccessRow,
} from '../storage/source-access.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { SourceAccessView } from '../views/authorization.ts';
import { contextOf } from './own-access.ts';

const MAX_SECRET = 10_000;
const MAX_USER = 200;

const viewAccess = (row: SourceAccessRow): SourceAccessView => ({
  sourceKey: row.source_key,
  address: row.address,
  user: row.user_name,
  setAt: instantOf(row.set_at),
  setBy: row.set_by,
});

const administrationOf = (actor: Actor): string => requireStaff(actor, ['administrator']).administration;

/** Which sources the administrator's administration reaches by an access of its own; never what it signs in with. */
export const listSourceAccess: UseCase<Record<string, never>, SourceAccessView[]> = async ({ database }, actor) =>
  (await listSourceAccessRows(database, administrationOf(actor))).map(viewAccess);

export interface AccessGiven {
  readonly sourceKey: string;
  readonly address: string;
  /** For a source that wants a name beside the secret. */
  readonly user?: string | null;
  /** Left out, the one that is kept stays, for the same host reached the same way alone. */
  readonly secret?: string;
}

const refuse = (pointer: string, keyword: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword }] });
};

const requireDeclared = async (surroundings: Surroundings, actor: Actor, sourceKey: string): Promise<void> => {
  const declared = await listDeclaredSources(surroundings, actor, {});
  const isKnown = declared.some(({ sources }) => sources.some(({ key }) => key === sourceKey));
  // What others of the platform's administrations say of their rights is asked here, not at an address.
  if (isKnown && !isRightSource(sourceKey)) return;
  throw new CaseworkError(
    'NOT_FOUND',
    `Expected a source ${sourceKey} of a procedure that is reached at an address, but found none`,
  );
};

const requireUser = (written: string | null | undefined): string | null => {
  const user = (written ?? '').trim();
  if (user.length > MAX_USER)
    return refuse('/user', 'maxLength', `Expected a name of at most ${MAX_USER} characters, but found more`);
  return user === '' ? null : user;
};

/**
 * What is kept is for the host that it was given for, and for how it is reached: whoever only changes the address cannot have it
 * sent to another one, nor without encryption.
 */
const requireSecret = (written: string | undefined, known: SourceAccessRow | undefined, address: string) => {
  const secret = written?.trim() ?? '';
  if (secret.length > MAX_SECRET)
    return refuse('/secret', 'maxLength', `Expected at most ${MAX_SECRET} characters, but found more`);
  if (/[\r\n\0]/.test(secret)) return refuse('/secret', 'pattern', 'Expected one line, but found several');
  if (secret !== '') return secret;
  if (known !== undefined && new URL(known.address).origin === new URL(address).origin) return null;
  return refuse('/secret', 'required', 'Expected what to sign in with at this host, but found nothing');
};

/** Has a source reached at an address of the administration's own, for every procedure and at once, for running cases too. */
export const setSourceAccess: UseCase<AccessGiven, SourceAccessView> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock, sourceSecrets } = surroundings;
  const { sourceKey } = wanted;
  await requireDeclared(surroundings, actor, sourceKey);
  const address = requireOutboundUrl(wanted.address, { ...surroundings, pointer: '/address' });
  const user = requireUser(wanted.user);
  const source = { administration, sourceKey };
  return database.transaction(async (tx) => {
    const known = await findSourceAccess(tx, source);
    const secret = requireSecret(wanted.secret, known, address);
    const sealed = secret === null ? (known?.sealed ?? '') : sourceSecrets.seal(secret, contextOf(source));
    await putSourceAccess(tx, { ...source, address, user, sealed, at: clock.now(), by: person.name });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'source.accessSet',
      object: `administration:${administration}`,
      administration,
      detail: { source: sourceKey, address, secretChanged: secret !== null },
    });
    const row = await findSourceAccess(tx, source);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected an access to ${sourceKey}, but it is gone`);
    return viewAccess(row);
  });
};

/** Has a source reached as the installation does again, at once; what was kept for it is gone. */
export const removeSourceAccess: UseCase<{ sourceKey: string }, void> = async (surroundings, actor, { sourceKey }) => {
  const administration = administrationOf(actor);
  await surroundings.database.transaction(async (tx) => {
    if (!(await removeSourceAccessRow(tx, { administration, sourceKey })))
      throw new CaseworkError('NOT_FOUND', `Expected an access of its own to ${sourceKey}, but there is none`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'source.accessRemoved',
      object: `administration:${administration}`,
      administration,
      detail: { source: sourceKey },
    });
  });
};
