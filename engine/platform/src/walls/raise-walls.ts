import { createHash } from 'node:crypto';
import { DatabaseFault, type Database, type Queryable } from '@irisflow/database';
import { grantees, roleOf } from '@irisflow/access';
import { wallStatements } from './wall-statements.ts';

const everyRole: readonly string[] = grantees.map(roleOf);

/** Roles belong to the whole server: another database of it may have made them already, even at this moment. */
const createRoles = `do $roles$
declare wanted text;
begin
  foreach wanted in array '{${everyRole.join(',')}}'::text[] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nobypassrls noinherit nocreatedb nocreaterole', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end
$roles$`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export interface Logins {
  /** Migrates, and owns what is made. */
  readonly owner: string;
  /** What the web, workers and jobs sign in as, when that is somebody else. */
  readonly others: readonly string[];
}

/** The keeper's functions are given to it by whoever migrates; nobody else may act as it. */
const actingRoles = everyRole.filter((role) => role !== roleOf('keeper'));

/** What whoever administers the server runs when the login that migrates may not create roles. */
export const roleScript = ({ owner, others }: Logins): string =>
  [
    ...everyRole.map((role) => `create role ${role} nologin nosuperuser nobypassrls noinherit;`),
    `grant ${everyRole.join(', ')} to ${quoted(owner)};`,
    ...others.map((login) => `grant ${actingRoles.join(', ')} to ${quoted(login)};`),
  ].join('\n');

const grantRoles = async (db: Queryable, login: string, roles: readonly string[]): Promise<void> => {
  const missing = await db.query<{ role: string }>(
    `select r.role from unnest($2::text[]) as r (role) where not pg_has_role($1, r.role, 'member')`,
    [login, roles],
  );
  for (const { role } of missing) await db.query(`grant ${role} to ${quoted(login)}`);
};

const ensureRoles = async (db: Queryable, { owner, others }: Logins): Promise<void> => {
  await db.query(createRoles);
  await grantRoles(db, owner, everyRole);
  for (const login of others) await grantRoles(db, login, actingRoles);
};

const refuseRoles = (thrown: unknown): never => {
  if (!(thrown instanceof DatabaseFault) || thrown.sqlState !== '42501') throw thrown;
  throw new DatabaseFault(
    'STATEMENT',
    'Expected the roles that bound people, connectors and jobs, but this login of the database may not make them or take them. Have an administrator of the server run what `irisflow database roles` prints.',
    { cause: thrown },
  );
};

/**
 * Makes the second wall stand: the roles, and on every table the policies that bound them. What already stands as this
 * program wants it is left alone.
 */
export const raiseWalls = async (database: Database, logins: Logins): Promise<void> => {
  const statements = wallStatements();
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 32);
  await ensureRoles(database, logins).catch(refuseRoles);
  await database.transaction(async (tx) => {
    // Two programs that start at once: the second waits, and then finds that the walls stand.
    if (database.kind === 'postgres') await tx.query(`select pg_advisory_xact_lock(7202611)`);
    const [known] = await tx.query<{ comment: string | null }>(
      `select obj_description('casework'::regnamespace) as comment`,
    );
    if (known?.comment === `walls ${digest}`) return;
    await tx.query(statements.join(';\n'));
    await tx.query(`comment on schema casework is 'walls ${digest}'`);
  });
};
