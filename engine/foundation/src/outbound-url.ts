import { CaseworkError } from './errors/casework-error.ts';

const MAX_URL = 2000;

/** Why an address is refused; forms say it at the field, in the reader's language. */
type UrlRefusal = 'webhookUrl' | 'ownPlatform' | 'privateHost';

/** An address instead of a name, or a name of this network: for the operator to permit first. */
const isPrivateName = (hostname: string): boolean =>
  /^[\d.]+$|^\[/.test(hostname) || !hostname.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(hostname);

export interface OutboundRules {
  /** Where this platform is. */
  readonly publicUrl: string;
  /** Hosts that the operator permits although they are private, as `host` or `host:port`. */
  readonly privateHosts: readonly string[];
  /** Of the field with the address. */
  readonly pointer: string;
}

/** An https address of somebody else; where it leads is judged again at each call, when names are looked up. */
export const requireOutboundUrl = (written: string, { publicUrl, privateHosts, pointer }: OutboundRules): string => {
  const refuse = (keyword: UrlRefusal, detail: string): never => {
    throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword }] });
  };
  const text = written.trim();
  const url = text.length <= MAX_URL && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return refuse('webhookUrl', 'Expected an https address without credentials, but found something else');
  if (url.host === new URL(publicUrl).host)
    return refuse('ownPlatform', `Expected a system of others, but ${url.host} is this platform`);
  url.hash = '';
  if (privateHosts.includes(url.host)) return url.href;
  if (url.protocol !== 'https:')
    return refuse('webhookUrl', `Expected an https address, but ${url.host} would be reached without`);
  if (!isPrivateName(url.hostname.replace(/\.$/, ''))) return url.href;
  return refuse(
    'privateHost',
    `Expected a public host, but ${url.host} is private and the operator does not name it in IRISFLOW_PRIVATE_HOSTS`,
  );
};
