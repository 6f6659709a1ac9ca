import { requireProcedureKeys } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { type WebhookEvent, webhookEvents } from '../views/webhook.ts';

export interface WebhookToMake {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Null for every procedure of the administration. */
  readonly procedures: readonly string[] | null;
}

const MAX_NAME = 100;
const MAX_URL = 2000;

/** Why an address is refused; forms say it at the field, in the reader's language. */
type UrlRefusal = 'webhookUrl' | 'ownPlatform' | 'privateHost';

const refuseUrl = (keyword: UrlRefusal, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: '/url', keyword }] });
};

/** An address instead of a name, or a name of this network: for the operator to permit first. */
const isPrivateName = (hostname: string): boolean =>
  /^[\d.]+$|^\[/.test(hostname) || !hostname.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(hostname);

/** An https address of somebody else; where it leads is judged again at each sending, when names are looked up. */
const requireUrl = ({ publicUrl, privateHosts }: Surroundings, written: string): string => {
  const text = written.trim();
  const url = text.length <= MAX_URL && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return refuseUrl('webhookUrl', 'Expected an https address without credentials, but found something else');
  if (url.host === new URL(publicUrl).host)
    return refuseUrl('ownPlatform', `Expected a system of others, but ${url.host} is this platform`);
  url.hash = '';
  if (privateHosts.includes(url.host)) return url.href;
  if (url.protocol !== 'https:')
    return refuseUrl('webhookUrl', `Expected an https address, but ${url.host} would be reached without`);
  if (!isPrivateName(url.hostname.replace(/\.$/, ''))) return url.href;
  return refuseUrl(
    'privateHost',
    `Expected a public host, but ${url.host} is private and the operator does not name it in IRISFLOW_PRIVATE_HOSTS`,
  );
};

const requireEvents = (events: readonly WebhookEvent[]): readonly WebhookEvent[] => {
  const wanted = webhookEvents.filter((event) => events.includes(event));
  if (wanted.length > 0) return wanted;
  throw new CaseworkError('INPUT_INVALID', 'Expected at least one event, but found none');
};

/** What is to be made, in the one way in which it is kept. */
export const requireWebhook = (surroundings: Surroundings, wanted: WebhookToMake): WebhookToMake => {
  const name = wanted.name.trim();
  if (name === '' || name.length > MAX_NAME)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a name of 1 to ${MAX_NAME} characters, but found ${name.length}`,
    );
  return {
    name,
    url: requireUrl(surroundings, wanted.url),
    events: requireEvents(wanted.events),
    procedures: requireProcedureKeys(wanted.procedures),
  };
};
