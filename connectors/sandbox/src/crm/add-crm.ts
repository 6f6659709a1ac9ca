import type { FastifyInstance } from 'fastify';

import { PAGE_HEADERS } from '../pages/layout.ts';
import { createCrmBook } from './crm-book.ts';
import { addCrmLoads } from './crm-load-routes.ts';
import { crmPage } from './crm-page.ts';
import { addCrmQueries } from './crm-query-routes.ts';
import { addCrmRecords } from './crm-record-routes.ts';
import { addCrmSessions, type SessionOptions } from './crm-session.ts';

export type CrmOptions = SessionOptions;

/** Plays a CRM with the interface of Salesforce: sign-in, records, queries, changes, loads; and a page that shows what it holds. */
export const addCrm = (app: FastifyInstance, options: CrmOptions): void => {
  const book = createCrmBook();
  const signedIn = addCrmSessions(app, options);
  addCrmRecords(app, book, signedIn);
  addCrmQueries(app, book, signedIn);
  addCrmLoads(app, book, signedIn);
  app.get('/crm', (_request, reply) => reply.headers(PAGE_HEADERS).send(crmPage(book)));
};
