import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { CRM_OBJECTS, type CrmBook } from './crm-book.ts';
import { API, refuse, type Path, type SignedIn } from './crm-replies.ts';
import { readSoql } from './soql.ts';

const PAGE_SIZE = 200;

type Found = Readonly<Record<string, unknown>>;

/** What a query found that was not read yet, by cursor. */
const createPages = () => {
  const waiting = new Map<string, { readonly records: readonly Found[]; readonly total: number }>();
  const page = (records: readonly Found[], total: number) => {
    const rest = records.slice(PAGE_SIZE);
    const answer = { totalSize: total, done: rest.length === 0, records: records.slice(0, PAGE_SIZE) };
    if (rest.length === 0) return answer;
    const cursor = `01g${randomBytes(9).toString('hex').slice(0, 15)}-${PAGE_SIZE}`;
    waiting.set(cursor, { records: rest, total });
    return { ...answer, nextRecordsUrl: `${API}/query/${cursor}` };
  };
  return {
    first: (records: readonly Found[]) => page(records, records.length),
    next: (cursor: string) => {
      const rest = waiting.get(cursor);
      return rest === undefined ? undefined : page(rest.records, rest.total);
    },
  };
};

/** Queries in SOQL, two hundred records a page. */
export const addCrmQueries = (app: FastifyInstance, book: CrmBook, signedIn: SignedIn): void => {
  const pages = createPages();
  app.get<{ Querystring: { q?: string } }>(`${API}/query`, signedIn, async (request, reply) => {
    const selection = readSoql(request.query.q ?? '');
    if ('errorCode' in selection) return refuse(reply, 400, selection);
    const { object, fields, matches, limit } = selection;
    if (!Object.hasOwn(CRM_OBJECTS, object))
      return refuse(reply, 400, { errorCode: 'INVALID_TYPE', message: `sObject type '${object}' is not supported.` });
    const found = book.all(object).filter(matches).slice(0, limit);
    return pages.first(
      found.map((record) => ({
        attributes: { type: object, url: `${API}/sobjects/${object}/${record['Id']}` },
        ...Object.fromEntries(fields.map((field) => [field, record[field] ?? null])),
      })),
    );
  });
  app.get<Path<'cursor'>>(`${API}/query/:cursor`, signedIn, async (request, reply) => {
    const page = pages.next(request.params.cursor);
    return page ?? refuse(reply, 400, { errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' });
  });
};
