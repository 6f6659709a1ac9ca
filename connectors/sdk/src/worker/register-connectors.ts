import type { Connector } from '../connector.ts';
import { documentation } from '../documentation.ts';
import { elementTemplate, type ElementTemplate } from '../element-template.ts';
import type { GuardedFetch, InboundResponse } from '../exchange.ts';
import { LOCALES, type Locale } from '../localized-text.ts';
import { pauseOf } from '../retry-after.ts';
import type { ConnectorLogEntry } from '../run-context.ts';
import { WorkerError } from './worker-error.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** What the platform is told about one connector, so that designers find it and publishing accepts it. */
export type Registration = {
  readonly type: string;
  readonly version: number;
  readonly title: Connector['title'];
  readonly templates: { readonly [L in Locale]: ElementTemplate };
  readonly documentation: { readonly [L in Locale]: string };
  readonly secrets?: readonly string[];
  readonly settings?: readonly string[];
};

const inEveryLocale = <T>(make: (locale: Locale) => T): { readonly [L in Locale]: T } =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as { readonly [L in Locale]: T };

export const registrationOf = (connector: Connector): Registration => ({
  type: connector.type,
  version: connector.version,
  title: connector.title,
  templates: inEveryLocale((locale) => elementTemplate(connector, locale)),
  documentation: inEveryLocale((locale) => documentation(connector, locale)),
  ...(connector.secrets === undefined ? {} : { secrets: connector.secrets }),
  ...(connector.settings === undefined ? {} : { settings: connector.settings }),
});

export type Registering = {
  readonly connectors: readonly Connector[];
  readonly platform: { readonly url: string; readonly token: string; readonly fetch: GuardedFetch };
  readonly log: (entry: ConnectorLogEntry) => void;
  /** Resolves after so many milliseconds, or earlier when the worker is to stop. */
  readonly wait: (pauseMs: number) => Promise<void>;
  readonly isStopping: () => boolean;
};

/** Tells the platform about the connectors, for as long as it is away again and again. Throws a `WorkerError` when it refuses. */
export const registerConnectors = async (registering: Registering): Promise<void> => {
  let pauseMs = FIRST_PAUSE_MS;
  while (!registering.isStopping()) {
    const trouble = await tryOnce(registering);
    if (trouble === undefined) return;
    registering.log({ level: 'warn', message: `${trouble.message} Trying again.` });
    await registering.wait(trouble.afterMs ?? pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
};

type Trouble = { readonly message: string; readonly afterMs?: number };

const tryOnce = async ({ connectors, platform }: Registering): Promise<Trouble | undefined> => {
  const { url, token, fetch } = platform;
  let response: InboundResponse;
  try {
    response = await fetch({
      url: `${url}/api/connector/registration`,
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ connectors: connectors.map(registrationOf) }),
    });
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  return judge(url, response);
};

const judge = (url: string, { status, headers, text }: InboundResponse): Trouble | undefined => {
  if (status >= 200 && status < 300) return undefined;
  const found = `Expected the platform at ${url} to register the connectors, but found status ${status}${reasonIn(text)}.`;
  if (status === 429 || status >= 500) return { message: found, ...pauseOf(headers) };
  if (status === 401)
    throw new WorkerError(
      `Expected IRISFLOW_CONNECTOR_TOKEN to be a token that ${url} knows, but it is refused${reasonIn(text)}.`,
    );
  throw new WorkerError(found);
};

type ProblemText = {
  readonly code?: unknown;
  readonly detail?: unknown;
  readonly errors?: readonly { readonly pointer?: unknown; readonly message?: unknown }[];
};

/** Why, as the platform's problem document says it. */
const reasonIn = (text: string): string => {
  try {
    const { code, detail } = JSON.parse(text) as ProblemText;
    const said = [code, detail].filter((part) => typeof part === 'string').join(': ');
    return said === '' ? '' : ` (${said.replace(/\.$/, '')})`;
  } catch {
    return '';
  }
};
