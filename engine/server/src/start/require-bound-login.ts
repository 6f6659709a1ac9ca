import type { Database } from '@irisflow/database';
import { ConfigError } from '../config/config-error.ts';

/** The name under which a store was opened. */
export const loginOf = async (database: Database): Promise<string> => {
  const [row] = await database.query<{ login: string }>('select session_user::text as login');
  return row?.login ?? 'postgres';
};

interface Powers extends Record<string, unknown> {
  readonly login: string;
  readonly bypasses: boolean;
  readonly owns: boolean;
  /** Has the rights of the roles at once, without having to act as one of them. */
  readonly inherits: boolean;
}

const POWERS = `
  select session_user::text as login,
         (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as bypasses,
         exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                    and pg_has_role(session_user, c.relowner, 'member')) as owns,
         exists (select from pg_roles r where r.rolname like 'irisflow\\_%' and r.rolname <> session_user
                    and pg_has_role(session_user, r.oid, 'usage')) as inherits`;

const reasonOf = ({ bypasses, owns, inherits }: Powers): string | null => {
  if (bypasses) return 'it is a superuser or bypasses row-level security';
  if (owns) return 'it owns tables, or may act as who does';
  return inherits ? 'it inherits what its roles may do: create it with NOINHERIT' : null;
};

/** In production the web must not be able to step around the second wall; says why it could. */
export const requireBoundLogin = async (database: Database): Promise<void> => {
  if (database.kind !== 'postgres') return;
  const [powers] = await database.query<Powers>(POWERS);
  const reason = powers === undefined ? null : reasonOf(powers);
  if (powers === undefined || reason === null) return;
  throw new ConfigError(
    `Expected IRISFLOW_DATABASE_URL to sign in as a login that the walls between administrations bind, but ${powers.login} is none: ${reason}. Give the owner in IRISFLOW_DATABASE_OWNER_URL and here a login of its own; the operator guide says how.`,
  );
};
