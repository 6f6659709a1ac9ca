import { randomUUID } from 'node:crypto';
import { isLocalHost } from '../local-host.ts';
import { EVENT_KINDS, isEventKind, type EventKind } from './event-kinds.ts';

/** What was told, and how the platform answered; null when it did not. */
export type ToldEvent = { readonly kind: EventKind; readonly eventId: string; readonly status: number | null };

const TIMEOUT_MS = 5_000;
const idPattern = /^[\w.:-]{1,100}$/;

/** The platform of this machine and no other: a page of the sandbox leads nowhere else. */
const platformOf = (text: string | null): string | undefined => {
  if (text === null || !URL.canParse(text)) return undefined;
  const { host, origin, protocol } = new URL(text);
  return isLocalHost(host) && /^https?:$/.test(protocol) ? origin : undefined;
};

/** Tells the platform of an event as a register does; undefined for a form that is not whole. */
export const tellPlatform = async (form: URLSearchParams): Promise<ToldEvent | undefined> => {
  const platform = platformOf(form.get('platform'));
  const kind = form.get('kind');
  const eventId = form.get('eventId') || `sandbox-${randomUUID()}`;
  if (platform === undefined || !isEventKind(kind) || !idPattern.test(eventId)) return undefined;
  try {
    const answer = await fetch(`${platform}/api/register-events/${EVENT_KINDS[kind]}/${eventId}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${form.get('token') ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind, subject: form.get('subject') ?? '', on: form.get('on') ?? '' }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { kind, eventId, status: answer.status };
  } catch {
    return { kind, eventId, status: null };
  }
};
