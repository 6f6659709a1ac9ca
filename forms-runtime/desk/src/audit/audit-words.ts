import type { AuditEntry } from '@irisflow/client';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { auditActions } from './audit-actions.ts';

const kinds = [
  'person',
  'application',
  'contact',
  'case',
  'document',
  'task',
  'procedure',
  'instance',
  'incident',
  'audit',
  'administration',
  'service',
  'group',
  'invitation',
  'authorization',
  'allowedHost',
  'connectorToken',
  'apiToken',
  'webhook',
  'incomingWebhook',
  'cases',
  'numbers',
  'connector',
  'consultation',
  'job',
  'address',
  'closure',
  'destruction',
  'party',
  'number',
] as const;
const jobs = [
  'operator',
  'parties',
  'intake',
  'signIn',
  'outbox',
  'worklist',
  'terms',
  'uploads',
  'contentSweep',
  'health',
  'auditProof',
  'admission',
  'requestCounts',
  'firstAdministrator',
  'proposals',
  'staffing',
  'erasure',
  'privacy',
  'retention',
  'webhooks',
  'incomingWebhooks',
] as const;
const details = [
  'case',
  'contact',
  'channel',
  'kind',
  'dueOn',
  'application',
  'assignee',
  'element',
  'retries',
  'scope',
  'names',
  'version',
  'contentHash',
  'path',
  'reference',
  'tampered',
  'documents',
  'procedure',
  'sources',
  'sha256',
  'reason',
  'category',
  'until',
  'variables',
  'sealed',
  'before',
  'after',
  'roles',
  'groups',
  'sessions',
  'name',
  'service',
  'connectorType',
  'connector',
  'type',
  'types',
  'scopes',
  'addresses',
  'procedures',
  'events',
  'url',
  'delivery',
  'count',
  'status',
  'externalReference',
  'expiresAt',
  'host',
  'purpose',
  'source',
  'process',
  'job',
  'publisher',
  'paths',
  'elements',
  'requestedBy',
  'invitation',
  'consultations',
  'term',
  'dueOn',
  'effect',
  'recurs',
  'date',
  'from',
  'to',
  'changed',
  'rules',
  'procedureKey',
  'destruction',
  'outcome',
  'years',
  'closedOn',
  'destroyed',
  'kept',
  'hold',
  'on',
  'found',
  'delegation',
  'onBehalfOf',
] as const;

const known = <T extends string>(names: readonly T[], name: string): T | undefined =>
  names.find((candidate) => candidate === name);

const outcomes = ['done', 'refused'] as const;

const split = (reference: string): readonly [string, string] => {
  const place = reference.indexOf(':');
  return place === -1 ? [reference, ''] : [reference.slice(0, place), reference.slice(place + 1)];
};

const textOfValue = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOfValue).join(', ');
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Entries of the audit in words; what is not known here is shown as it was noted. */
export const useAuditWords = () => {
  const t = useDeskText();
  const say = <T extends string>(names: readonly T[], name: string, keyOf: (found: T) => DeskKey): string => {
    const found = known(names, name);
    return found === undefined ? name : t(keyOf(found));
  };
  const actorOf = ({ actor, actorName }: Pick<AuditEntry, 'actor' | 'actorName'>): string => {
    const [kind, id] = split(actor);
    if (kind === 'anonymous') return t('audit.actor.anonymous');
    if (kind === 'person') return actorName ?? t('audit.actor.person');
    if (kind === 'job') return t('audit.actor.job', { name: say(jobs, id, (found): DeskKey => `audit.job.${found}`) });
    if (kind === 'apiToken') return t('audit.actor.apiToken', { name: actorName ?? id });
    if (kind === 'connectorToken') return t('audit.actor.connectorToken', { id });
    return kind === 'connector' ? t('audit.actor.connector') : actor;
  };
  return {
    actor: actorOf,
    /** What sources answered has no word here. */
    outcome: (name: string): string =>
      say(outcomes, name, (found): DeskKey => (found === 'done' ? 'audit.done' : 'audit.outcome.refused')),
    action: (name: string) => say(auditActions, name, (found): DeskKey => `audit.action.${found}`),
    object: (reference: string): { readonly kind: string; readonly id: string } => {
      const [kind, id] = split(reference);
      return { kind: say(kinds, kind, (found): DeskKey => `audit.object.${found}`), id };
    },
    detail: (entry: AuditEntry) =>
      Object.entries(entry.detail).map(([name, value]) => ({
        id: name,
        term: say(details, name, (found): DeskKey => `audit.detail.${found}`),
        value: textOfValue(value),
      })),
  };
};
