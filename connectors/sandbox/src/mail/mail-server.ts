import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

import { isLocalHost } from '../local-host.ts';
import { mailListPage, mailPage } from '../pages/mail-pages.ts';
import { PAGE_HEADERS, STYLE, STYLE_HEADERS } from '../pages/layout.ts';
import type { CaughtMail, Mailbox } from './mailbox.ts';

/** A mail's own markup is a stranger's: no scripts, no network, no access to our page. */
const MAIL_BODY_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** The pages and the JSON interface of the mail catcher; not yet listening. */
export const createMailServer = (mailbox: Mailbox): FastifyInstance => {
  const app = fastify({ logger: false, forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocalHost(request.headers.host)) await reply.status(421).send({ title: 'Expected a local host name.' });
  });
  app.get('/style.css', (_request, reply) => reply.headers(STYLE_HEADERS).send(STYLE));
  app.get('/', (_request, reply) => reply.headers(PAGE_HEADERS).send(mailListPage(mailbox.list())));
  addMailRoutes(app, mailbox);
  addJsonRoutes(app, mailbox);
  return app;
};

type ById = { readonly Params: { readonly id: string; readonly index: string } };

const addMailRoutes = (app: FastifyInstance, mailbox: Mailbox): void => {
  app.get<ById>('/messages/:id', (request, reply) => {
    const mail = mailbox.find(Number(request.params.id));
    return mail === undefined ? unknown(reply) : reply.headers(PAGE_HEADERS).send(mailPage(mail));
  });
  app.get<ById>('/messages/:id/html', (request, reply) => {
    const mail = mailbox.find(Number(request.params.id));
    return mail === undefined ? unknown(reply) : reply.headers(MAIL_BODY_HEADERS).send(mail.html);
  });
  app.get<ById>('/messages/:id/attachments/:index', (request, reply) => {
    const file = mailbox.find(Number(request.params.id))?.attachments[Number(request.params.index)];
    if (file === undefined) return unknown(reply);
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(file.bytes));
  });
};

const addJsonRoutes = (app: FastifyInstance, mailbox: Mailbox): void => {
  app.get<{ Querystring: { to?: string } }>('/api/messages', (request) => mailbox.list(request.query.to).map(describe));
  app.get<ById>('/api/messages/:id', (request, reply) => {
    const mail = mailbox.find(Number(request.params.id));
    return mail === undefined ? unknown(reply) : reply.send(describe(mail));
  });
  app.delete('/api/messages', (_request, reply) => {
    mailbox.clear();
    return reply.status(204).send();
  });
};

const describe = (mail: CaughtMail) => ({
  ...mail,
  attachments: mail.attachments.map(({ fileName, mediaType, bytes }, index) => ({
    fileName,
    mediaType,
    size: bytes.length,
    url: `/messages/${mail.id}/attachments/${index}`,
  })),
});

const unknown = (reply: FastifyReply) => reply.status(404).send({ title: 'Expected the id of a kept mail.' });
