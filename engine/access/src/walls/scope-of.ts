import type { Scope } from '@irisflow/database';
import {
  actorReference,
  correctors,
  type Actor,
  type ApiTokenActor,
  type KnownPerson,
  type PersonActor,
} from '../actor.ts';
import { readingScopes, type ApiScope } from '../views/api-scope.ts';
import type { Role } from '../views/person.ts';
import { countedKinds, kindsOf, reachedProcedures } from '../rules/case-reach.ts';
import type { JobName } from './job-name.ts';
import { roleOf } from './roles.ts';

/** What the policies of the tables ask about; empty matches no row. */
export interface ScopeSettings {
  readonly actor: string;
  /** Whose own account. */
  readonly person: string;
  /** Who they are themselves. */
  readonly party: string;
  /** The party for whom they apply, when they may apply for something: themselves or whom they act for. */
  readonly applicant: string;
  /** Keys of the procedures in which they may, between spaces; `*` for all of them. */
  readonly procedures: string;
  /** Whose staff. */
  readonly administration: string;
  /** The same, when they handle its cases, draw its procedures, read its audit. */
  readonly handles: string;
  readonly designs: string;
  readonly audits: string;
  /** The same, when they administer its people, correct what its processes hold, open what its audit seals. */
  readonly administers: string;
  readonly corrects: string;
  readonly unseals: string;
  /** The same, when they keep its books. */
  readonly accounts: string;
  /** Says `yes` for administrators of the platform. */
  readonly platform: string;
  /** What of the cases of their administration rules let them see, by procedure, language and commune, between spaces; empty for all. */
  readonly kinds: string;
  /** The same, where they see documents too. */
  readonly papers: string;
  /** The same by procedure and language alone, as tasks are counted. */
  readonly counted: string;
  /** Keys of the procedures that the rules name; `*` for all. */
  readonly reached: string;
  /** Says `yes` for whoever has a conflict of interest with a case. */
  readonly apart: string;
  /** The one case of a connector. */
  readonly case: string;
  /** The logged question that is answered from the rights of another administration. */
  readonly question: string;
  /** The token of whoever holds one. */
  readonly token: string;
  /** The administration of which another system reads where cases stand, and what their files say. */
  readonly reads: string;
  readonly files: string;
  /** The instant at which it is done, for what is seen until a time only. */
  readonly now: string;
}

const nobody: Omit<ScopeSettings, 'actor'> = {
  person: '',
  party: '',
  applicant: '',
  procedures: '',
  administration: '',
  handles: '',
  designs: '',
  audits: '',
  administers: '',
  corrects: '',
  unseals: '',
  accounts: '',
  platform: '',
  kinds: '',
  papers: '',
  counted: '',
  reached: '',
  apart: '',
  case: '',
  question: '',
  token: '',
  reads: '',
  files: '',
  now: '',
};

const scope = (role: string, settings: ScopeSettings): Scope => ({
  role,
  settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [`irisflow.${name}`, value])),
});

/** Whose applications and cases they reach, and in which procedures. */
const applying = ({ person, acting }: PersonActor): Pick<ScopeSettings, 'applicant' | 'procedures'> => {
  if (!person.roles.includes('citizen') || acting === 'nobody') return { applicant: '', procedures: '' };
  if (acting === undefined) return { applicant: person.partyId, procedures: '*' };
  return { applicant: acting.party.id, procedures: acting.procedures?.join(' ') ?? '*' };
};

/** What rules leave of the cases; nothing is said where there are none. */
const bounds = ({ reach }: KnownPerson): Pick<ScopeSettings, 'kinds' | 'papers' | 'counted' | 'reached'> =>
  reach === undefined
    ? { kinds: '', papers: '', counted: '', reached: '' }
    : {
        kinds: kindsOf(reach).join(' '),
        papers: kindsOf(reach.filter(({ documents }) => documents)).join(' '),
        counted: countedKinds(reach).join(' '),
        reached: reachedProcedures(reach).join(' '),
      };

const staffRole = ({ roles, reach, isApart }: KnownPerson): string => {
  if (reach !== undefined) return roleOf('boundStaff');
  if (isApart) return roleOf('apartStaff');
  return roleOf(roles.every((role) => role === 'auditor') ? 'auditor' : 'staff');
};

const personScope = (actor: PersonActor): Scope => {
  const { id, partyId, roles, administration } = actor.person;
  const own = administration ?? '';
  const when = (wanted: readonly Role[], value: string) => (roles.some((role) => wanted.includes(role)) ? value : '');
  const settings: ScopeSettings = {
    ...nobody,
    actor: actorReference(actor),
    person: id,
    party: partyId,
    ...applying(actor),
    ...bounds(actor.person),
    apart: actor.person.isApart ? 'yes' : '',
    administration: own,
    handles: when(['agent', 'supervisor'], own),
    designs: when(['analyst', 'administrator'], own),
    audits: when(['auditor', 'administrator'], own),
    administers: when(['administrator'], own),
    corrects: when(correctors, own),
    unseals: when(['auditor'], own),
    accounts: when(['accountant'], own),
    platform: administration === null ? when(['administrator'], 'yes') : '',
  };
  if (administration === null) return scope(roleOf('person'), settings);
  return scope(staffRole(actor.person), settings);
};

/** Another system reads cases of its procedures; what it opens, the job of intake writes within the same bounds. */
const systemScope = (actor: ApiTokenActor): Scope => {
  const { id, administration, scopes, procedures } = actor.token;
  const when = (wanted: readonly ApiScope[]) => (scopes.some((one) => wanted.includes(one)) ? administration : '');
  return scope(roleOf(scopes.includes('files.read') ? 'fileToken' : 'apiToken'), {
    ...nobody,
    actor: actorReference(actor),
    token: id,
    procedures: procedures?.join(' ') ?? '*',
    reads: when(readingScopes),
    files: when(['files.read']),
    handles: when(['cases.open', 'registers.tell']),
  });
};

const scopeOfActor = (actor: Actor): Scope => {
  const reference = actorReference(actor);
  switch (actor.kind) {
    case 'person':
      return personScope(actor);
    case 'connector':
      return scope(roleOf('connector'), { ...nobody, actor: reference, case: actor.case.caseId });
    case 'connectorToken':
      return scope(roleOf('connectorToken'), { ...nobody, actor: reference, token: actor.token.id });
    case 'apiToken':
      return systemScope(actor);
    case 'job':
      return scope(roleOf(actor.name), { ...nobody, actor: reference });
    case 'anonymous':
      return scope(roleOf('anonymous'), { ...nobody, actor: reference });
  }
};

/** What an actor may see and change in the store at an instant, whatever our code forgets to ask. */
export const scopeOf = (actor: Actor, at?: number): Scope => {
  const { role, settings } = scopeOfActor(actor);
  return at === undefined
    ? { role, settings }
    : { role, settings: { ...settings, 'irisflow.now': new Date(at).toISOString() } };
};

/** A job within the request of an actor: the bounds stay the actor's, and the audit names them. */
export const scopeOfJobFor = (actor: Actor, name: JobName, at?: number): Scope => ({
  ...scopeOf(actor, at),
  role: roleOf(name),
});

/** A job that answers one question of the log, and works on the case for which it was asked. */
export const scopeOfAnswer = (
  actor: Actor,
  name: JobName,
  { question, caseId, at }: { readonly question: string; readonly caseId: string | null; readonly at: number },
): Scope => {
  const { role, settings } = scopeOfJobFor(actor, name, at);
  return { role, settings: { ...settings, 'irisflow.question': question, 'irisflow.case': caseId ?? '' } };
};
