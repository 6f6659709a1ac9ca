import type { AddressInfo } from 'node:net';

import { carrierPath } from './carriers/add-carriers.ts';
import type { CarrierKind } from './carriers/letter-book.ts';
import { createFaults } from './faults.ts';
import { createMailServer } from './mail/mail-server.ts';
import { createMailbox } from './mail/mailbox.ts';
import { createSmtpCatcher } from './mail/smtp-catcher.ts';
import { PERMIT_SERVICE_PATH } from './permit-service/add-permit-service.ts';
import { PROVIDER_PATH } from './payments/add-payments.ts';
import type { HttpSourceId } from './source-ids.ts';
import { createSourceServer } from './source-server.ts';
import { SOURCES } from './sources/registry.ts';

const HOST = '127.0.0.1';
const PAYMENT_KEY = 'sandbox-key-payments';
const CRM_CLIENT = { id: 'sandbox-client', secret: 'sandbox-secret-crm' };
const PERMIT_CLIENT = { user: 'sandbox', password: 'sandbox-password-permits' };
const LATE_MS = 15_000;

/** One key a carrier, so that whoever shows the wrong one is noticed. */
const carrierKeyOf = (kind: CarrierKind): string => `sandbox-key-${kind}`;

/** One token a source, so that a connector that sends the wrong one is noticed. */
const tokenOf = (source: HttpSourceId): string => `sandbox-token-${source}`;

export type SandboxOptions = {
  /** Port of the sources and their page; 0 picks a free one. */
  readonly port: number;
  readonly smtpPort: number;
  /** Port of the page and the JSON interface of the mail catcher. */
  readonly mailPort: number;
  /** How late a webhook of the payment provider is that is late, in milliseconds; 15 s unless given. */
  readonly lateMs?: number;
  /** What time it is for whoever carries letters; that of the machine unless given. */
  readonly now?: () => number;
};

/** A running sandbox on loopback, with the configuration that points connectors at it. */
export type Sandbox = {
  readonly url: string;
  readonly smtpUrl: string;
  readonly mailUrl: string;
  /** By the setting names of the connectors: addresses of all sources, `MAIL_FROM`. */
  readonly settings: Readonly<Record<string, string>>;
  /** By the secret names of the connectors: one token a source, and `SMTP_URL`, which elsewhere may carry a password. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The API of the payment provider, and the key that it asks for. */
  readonly payments: { readonly url: string; readonly key: string };
  /** The same of whoever carries letters, by way. */
  readonly carriers: Readonly<Record<CarrierKind, { readonly url: string; readonly key: string }>>;
  /** Where the CRM is and as whom one signs in there. */
  readonly crm: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
  /** A service over SOAP: its description, and as whom one asks it. */
  readonly permits: { readonly wsdl: string; readonly user: string; readonly password: string };
  /** `host:port` of the sources, to be trusted by the egress guard. */
  readonly trustedHosts: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Starts the sources, the SMTP catcher and the mail page; rejects when a port is taken. */
export const startSandbox = async ({
  port,
  smtpPort,
  mailPort,
  lateMs = LATE_MS,
  now,
}: SandboxOptions): Promise<Sandbox> => {
  const faults = createFaults();
  const mailbox = createMailbox();
  const mailServer = createMailServer(mailbox);
  const mailUrl = await mailServer.listen({ host: HOST, port: mailPort });
  const smtp = createSmtpCatcher(mailbox, faults);
  let origin = '';
  const sources = createSourceServer({
    faults,
    tokenOf,
    mailUrl: () => mailUrl,
    payments: { key: PAYMENT_KEY, lateMs, origin: () => origin },
    crm: { client: CRM_CLIENT, origin: () => origin },
    permits: { client: PERMIT_CLIENT, origin: () => origin },
    carriers: { keyOf: carrierKeyOf, lateMs, ...(now === undefined ? {} : { now }) },
  });
  const stop = async () => {
    await Promise.all([
      sources.close(),
      mailServer.close(),
      new Promise<void>((resolve) => smtp.close(() => resolve())),
    ]);
  };
  try {
    const smtpUrl = `smtp://${HOST}:${await listen(smtp, smtpPort)}`;
    const url = await sources.listen({ host: HOST, port });
    origin = url;
    const payments = { url: `${url}${PROVIDER_PATH}`, key: PAYMENT_KEY };
    const carrier = (kind: CarrierKind) => ({ url: `${url}${carrierPath(kind)}`, key: carrierKeyOf(kind) });
    const carriers = { registered: carrier('registered'), ebox: carrier('ebox') };
    const crm = { url, clientId: CRM_CLIENT.id, clientSecret: CRM_CLIENT.secret };
    const permits = { wsdl: `${url}${PERMIT_SERVICE_PATH}?wsdl`, ...PERMIT_CLIENT };
    return { url, smtpUrl, mailUrl, payments, carriers, crm, permits, ...configuration(url, smtpUrl), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const listen = (smtp: ReturnType<typeof createSmtpCatcher>, port: number): Promise<number> => {
  return new Promise((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(port, HOST, () => {
      smtp.off('error', reject);
      // A client that drops its connection is the client's trouble; without a listener it would end the process.
      smtp.on('error', () => undefined);
      resolve((smtp.server.address() as AddressInfo).port);
    });
  });
};

const configuration = (url: string, smtpUrl: string): Pick<Sandbox, 'settings' | 'secrets' | 'trustedHosts'> => {
  const all = Object.values(SOURCES);
  return {
    settings: {
      ...Object.fromEntries(all.map(({ urlSetting, path }) => [urlSetting, `${url}${path}`])),
      ...Object.assign({}, ...all.map(({ settings }) => settings)),
      MAIL_FROM: 'Irisflow sandbox <no-reply@sandbox.example>',
    },
    secrets: {
      ...Object.fromEntries(all.map(({ id, tokenSecret }) => [tokenSecret, tokenOf(id)])),
      SMTP_URL: smtpUrl,
    },
    trustedHosts: [new URL(url).host],
  };
};
