import type { Queryable, Row } from '@irisflow/database';
import type { KnownPerson } from '../actor.ts';
import { boundRoles, type CaseReach } from '../rules/case-reach.ts';
import type { Role } from '../views/person.ts';
import { type Locale, type LocalizedText, isoOf, jsonOf } from '@irisflow/foundation';

export interface PersonRow extends Row {
  id: string;
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  email_verified: boolean;
  language: Locale;
  roles: Role[];
  groups: string[];
  administration: string | null;
  party_id: string;
  demo_story: LocalizedText | null;
  roles_from: 'here' | 'provider';
  /** The rules that bound them; only with {@link boundedColumns}. */
  reach?: CaseReach[] | null;
  /** Whether they have a conflict of interest with a case; only with {@link boundedColumns}. */
  is_apart?: boolean;
}

/** Accounts of whoever reads an address: each is for one application, and its subject begins with the procedure. */
export const mailIssuer = 'urn:irisflow:mail';

export const knownPersonOf = (row: PersonRow): KnownPerson => ({
  id: row.id,
  partyId: row.party_id,
  name: row.name,
  email: row.email,
  isEmailVerified: row.email_verified,
  language: row.language,
  // Whoever sees a part of the cases works on them, and does nothing else here.
  roles: row.reach ? row.roles.filter((role) => boundRoles.includes(role)) : row.roles,
  groups: row.groups,
  administration: row.administration,
  ...(row.reach ? { reach: row.reach } : {}),
  // Whoever audits alone works on no case.
  ...(row.is_apart === true && row.roles.some((role) => role !== 'auditor') ? { isApart: true } : {}),
  ...(row.issuer === mailIssuer ? { onlyFor: row.subject.split('/')[0] ?? '' } : {}),
});

const columns = `id, issuer, subject, name, email, email_verified, language, roles, groups, administration, party_id,
       demo_story, roles_from`;

/** Which roles of a known person give way to the ones that come in: all, the ones that were claimed, or none. */
export type ReplacedRoles = 'all' | 'claimed' | 'none';

export interface PersonValues {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly administration: string | null;
  readonly demoStory: LocalizedText | null;
  readonly rolesFrom: 'here' | 'provider';
  readonly replaces: ReplacedRoles;
  readonly at: number;
}

/** Claims never take from or give to an administrator of the platform: who holds the token of the first start must not lose it at the next sign-in. */
const takesClaims = `($14 = 'all' or ($14 = 'claimed' and p.roles_from = 'provider'))
            and not ('administrator' = any(p.roles) and p.administration is null)`;

/** Writes a person under (issuer, subject) and returns the row; the id of a known person stays, and so do roles that are managed here. */
export const upsertPersonRow = async (db: Queryable, person: PersonValues): Promise<PersonRow | undefined> => {
  const rows = await db.query<PersonRow>(
    `insert into casework.person as p (id, issuer, subject, name, email, language, roles, groups, administration, demo_story,
       created_at, email_verified, roles_from, party_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $1)
     on conflict (issuer, subject) do update
        set name = excluded.name, email = excluded.email, email_verified = excluded.email_verified,
            demo_story = excluded.demo_story,
            roles = case when ${takesClaims} then excluded.roles else p.roles end,
            groups = case when ${takesClaims} then excluded.groups else p.groups end,
            administration = case when ${takesClaims} then excluded.administration else p.administration end,
            roles_from = case when ${takesClaims} then excluded.roles_from when $14 = 'none' then 'here' else p.roles_from end
     returning ${columns}`,
    [
      person.id,
      person.issuer,
      person.subject,
      person.name,
      person.email,
      person.language,
      person.roles,
      person.groups,
      person.administration,
      person.demoStory === null ? null : jsonOf(person.demoStory),
      isoOf(person.at),
      person.isEmailVerified,
      person.rolesFrom,
      person.replaces,
    ],
  );
  return rows[0];
};

/** Says who somebody is that signs in with an account: a party whom another of their accounts made known. */
export const movePartyOfAccount = (db: Queryable, { id, partyId }: { id: string; partyId: string }) =>
  db.query('update casework.person set party_id = $2 where id = $1', [id, partyId]);

/** With what bounds them, which whoever lets somebody in has to know. */
export const boundedColumns = `${columns}, casework.reach_of(id) as reach,
       administration is not null and casework.is_apart(id) as is_apart`;

export const findPerson = async (db: Queryable, id: string): Promise<PersonRow | undefined> =>
  (await db.query<PersonRow>(`select ${boundedColumns} from casework.person where id = $1`, [id]))[0];

export const findPersonBySubject = async (
  db: Queryable,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<PersonRow | undefined> =>
  (
    await db.query<PersonRow>(`select ${columns} from casework.person where issuer = $1 and subject = $2`, [
      issuer,
      subject,
    ])
  )[0];

export const listDemoPeopleRows = (db: Queryable): Promise<PersonRow[]> =>
  db.query<PersonRow>(
    `select ${columns} from casework.person where demo_story is not null order by administration nulls first, name`,
  );

export interface ColleagueRow extends Row {
  id: string;
  name: string;
  roles: Role[];
  open_tasks: number;
}

export const listColleagueRows = (db: Queryable, administration: string): Promise<ColleagueRow[]> =>
  db.query<ColleagueRow>(
    `select p.id, p.name, p.roles,
            (select count(*)::int from casework.task t where t.assignee = p.id and t.state = 'open') as open_tasks
       from casework.person p
      where p.administration = $1 and p.roles && array['agent', 'supervisor']
      order by p.name`,
    [administration],
  );

export const namesOf = async (db: Queryable, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from casework.person where id = any($1::text[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
};
