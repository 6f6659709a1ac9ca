import fastify, { type FastifyInstance } from 'fastify';

import { addCarriers, type CarriersOptions } from './carriers/add-carriers.ts';
import { createConsultationDiary } from './consultation-diary.ts';
import { addCrm, type CrmOptions } from './crm/add-crm.ts';
import { FAULT_MODES, type FaultMode, type Faults } from './faults.ts';
import { isForeignForm } from './foreign-form.ts';
import { isLocalHost } from './local-host.ts';
import { adminPage } from './pages/admin-page.ts';
import { addPermitService, type PermitServiceOptions } from './permit-service/add-permit-service.ts';
import { addPayments, type PaymentsOptions } from './payments/add-payments.ts';
import { PAGE_HEADERS, STYLE, STYLE_HEADERS } from './pages/layout.ts';
import { addRegisterEvents } from './register-events/add-register-events.ts';
import { createRequestLog } from './request-log.ts';
import { serveQuestion } from './serve-question.ts';
import { SOURCE_IDS, type HttpSourceId, type SourceId } from './source-ids.ts';
import { parseObject } from './sources/read-ssin.ts';
import { SOURCES } from './sources/registry.ts';

export type SourceServerOptions = {
  readonly faults: Faults;
  readonly tokenOf: (source: HttpSourceId) => string;
  readonly mailUrl: () => string;
  readonly payments: PaymentsOptions;
  readonly carriers: CarriersOptions;
  readonly crm: Omit<CrmOptions, 'faults'>;
  readonly permits: Omit<PermitServiceOptions, 'faults' | 'log'>;
};

/** The HTTP side of the sandbox: the sources, their switches and the page; not yet listening. */
export const createSourceServer = ({
  faults,
  tokenOf,
  mailUrl,
  payments,
  carriers,
  crm,
  permits,
}: SourceServerOptions): FastifyInstance => {
  const app = fastify({ logger: false, forceCloseConnections: true });
  const diary = createConsultationDiary();
  const log = createRequestLog();
  app.removeAllContentTypeParsers();
  // Sources speak JSON, SOAP and forms; each reads its own text.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocalHost(request.headers.host)) await reply.status(421).send({ title: 'Expected a local host name.' });
  });
  for (const source of Object.values(SOURCES)) {
    const desk = { source, token: tokenOf(source.id), faults, diary };
    app.route({
      method: source.method,
      url: source.path,
      handler: (request, reply) => serveQuestion(desk, request, reply),
    });
  }
  app.get('/', (_request, reply) =>
    reply
      .headers(PAGE_HEADERS)
      .send(adminPage({ faults, consultations: diary.latest(), requests: log.latest(), mailUrl: mailUrl() })),
  );
  app.get('/style.css', (_request, reply) => reply.headers(STYLE_HEADERS).send(STYLE));
  app.get('/_consultations', () => diary.latest());
  app.get('/_requests', () => log.latest());
  addSwitches(app, faults);
  addPayments(app, payments);
  addCarriers(app, carriers);
  addCrm(app, { ...crm, faults });
  addRegisterEvents(app);
  addPermitService(app, { ...permits, faults, log });
  return app;
};

const addSwitches = (app: FastifyInstance, faults: Faults): void => {
  app.get('/_faults', () => Object.fromEntries(SOURCE_IDS.map((source) => [source, faults.current(source)])));
  app.put<{ Params: { source: string }; Body: string }>('/_faults/:source', async (request, reply) => {
    const { mode, count } = parseObject(request.body);
    const wrong = setFault(faults, { source: request.params.source, mode, count });
    if (wrong !== undefined) return reply.status(400).send({ title: wrong });
    return reply.status(204).send();
  });
  // The page's own form: browsers cannot PUT without a script.
  app.post<{ Params: { source: string }; Body: string }>('/_faults/:source', async (request, reply) => {
    if (isForeignForm(request)) return reply.status(403).send({ title: 'Expected our own page to ask.' });
    const form = new URLSearchParams(request.body);
    const count = form.get('count');
    const asked = { source: request.params.source, mode: form.get('mode'), ...(count ? { count: Number(count) } : {}) };
    const wrong = setFault(faults, asked);
    return wrong === undefined ? reply.redirect('/', 303) : reply.status(400).send({ title: wrong });
  });
};

type AskedFault = { readonly source: unknown; readonly mode: unknown; readonly count?: unknown };

/** Sets a fault, or says what is wrong with the request. */
const setFault = (faults: Faults, { source, mode, count }: AskedFault): string | undefined => {
  if (!SOURCE_IDS.includes(source as SourceId)) return `Expected one of ${SOURCE_IDS.join(', ')} as source.`;
  if (!FAULT_MODES.includes(mode as FaultMode)) return `Expected one of ${FAULT_MODES.join(', ')} as mode.`;
  if (count !== undefined && !(Number.isSafeInteger(count) && Number(count) > 0)) {
    return 'Expected count to be a positive integer.';
  }
  faults.set(source as SourceId, {
    mode: mode as FaultMode,
    ...(count === undefined ? {} : { count: Number(count) }),
  });
  return undefined;
};
