import {
  accessReachOf,
  actingAs,
  type CaseReach,
  findPerson,
  type KnownPerson,
  knownPersonOf,
  requireAdministrator,
  requireReach,
} from '@irisflow/access';
import type { Database } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { describedProcedures } from './described-procedures.ts';
import { countReach } from './storage/reach-counts.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ReachPreview } from './views/reach.ts';

/** Somebody without an account who handles the cases of an administration: through their eyes a rule is tried. */
const stranger = (administration: string, reach?: readonly CaseReach[]): KnownPerson => ({
  id: 'preview',
  partyId: 'preview',
  name: '',
  email: null,
  isEmailVerified: false,
  language: 'fr',
  roles: ['agent'],
  groups: [],
  administration,
  ...(reach === undefined ? {} : { reach }),
});

/** The store as somebody sees it, and nothing of it but numbers is told. */
const throughEyesOf = (surroundings: Surroundings, person: KnownPerson): Database =>
  actingAs(surroundings, { kind: 'person', person, session: null }).database;

const preview = async (
  surroundings: Surroundings,
  { administration, person }: { administration: string; person: KnownPerson },
): Promise<ReachPreview> => {
  const all = await countReach(throughEyesOf(surroundings, stranger(administration)), administration);
  const seen = await countReach(throughEyesOf(surroundings, person), administration);
  const titles = new Map(
    (await describedProcedures(surroundings, administration)).map(({ key, title }) => [key, title]),
  );
  const seenOf = new Map(seen.map((row) => [row.procedure_key, row]));
  const sum = (rows: typeof all, what: 'cases' | 'tasks' | 'documents') =>
    rows.reduce((total, row) => total + row[what], 0);
  return {
    seen: { cases: sum(seen, 'cases'), tasks: sum(seen, 'tasks'), documents: sum(seen, 'documents') },
    all: { cases: sum(all, 'cases'), tasks: sum(all, 'tasks'), documents: sum(all, 'documents') },
    procedures: all.map(({ procedure_key: key, cases }) => ({
      key,
      title: titles.get(key) ?? { fr: key, nl: key, en: key },
      cases: seenOf.get(key)?.cases ?? 0,
      all: cases,
    })),
  };
};

/** What somebody sees of the cases as the rules are, counted through the wall that bounds them. */
export const previewPerson: UseCase<{ personId: string }, ReachPreview> = async (surroundings, actor, { personId }) => {
  const administrator = requireAdministrator(actor);
  const row = await findPerson(surroundings.database, personId);
  const administration = row?.administration ?? null;
  if (row === undefined || administration === null)
    throw new CaseworkError('NOT_FOUND', `Expected somebody who works here, but ${personId} does not`);
  requireReach(administrator, administration);
  const { roles, ...person } = knownPersonOf(row);
  return preview(surroundings, {
    administration,
    person: { ...person, roles: [...new Set([...roles, 'agent' as const])] },
  });
};

/** What a rule would let somebody see whom no other one bounds. */
export const previewRule: UseCase<
  { readonly administration: string; readonly rule: Parameters<typeof accessReachOf>[0] },
  ReachPreview
> = (surroundings, actor, { administration, rule }) => {
  requireReach(requireAdministrator(actor), administration);
  return preview(surroundings, { administration, person: stranger(administration, [accessReachOf(rule)]) });
};
