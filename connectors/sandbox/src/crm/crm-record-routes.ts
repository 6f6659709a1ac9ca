import type { FastifyInstance } from 'fastify';

import { parseObject } from '../sources/read-ssin.ts';
import { isRefusal, type CrmBook, type CrmRecord, type CrmRefusal } from './crm-book.ts';
import { API, refuse, type Path, type SignedIn } from './crm-replies.ts';

type Ranged = Path<'object'> & { Querystring: Record<string, string | undefined> };
type Range = { readonly from: number; readonly to: number };

const LONGEST_RANGE_MS = 30 * 24 * 3_600_000;

const rangeOf = (query: Ranged['Querystring']): Range | CrmRefusal => {
  const [from = Number.NaN, to = Number.NaN] = [query['start'], query['end']].map((text) => Date.parse(text ?? ''));
  return from < to && to - from <= LONGEST_RANGE_MS
    ? { from, to }
    : { errorCode: 'INVALID_REPLICATION_DATE', message: 'Expected at most thirty days, the start before the end.' };
};

/** Records by the number that others know them by, and which of them changed or went. */
export const addCrmRecords = (app: FastifyInstance, book: CrmBook, signedIn: SignedIn): void => {
  app.patch<Path<'object' | 'field' | 'id'> & { Body: string }>(
    `${API}/sobjects/:object/:field/:id`,
    signedIn,
    async (request, reply) => {
      const { object, field, id: externalId } = request.params;
      const written = book.upsert({ object, field, externalId, change: parseObject(request.body) as CrmRecord });
      if (isRefusal(written)) return refuse(reply, written.errorCode === 'NOT_FOUND' ? 404 : 400, written);
      return reply.status(written.created ? 201 : 200).send({ ...written, success: true, errors: [] });
    },
  );
  app.delete<Path<'object' | 'id'>>(`${API}/sobjects/:object/:id`, signedIn, async (request, reply) => {
    const { object, id } = request.params;
    return book.remove(object, id)
      ? reply.status(204).send()
      : refuse(reply, 404, { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' });
  });
  const answerRange = (what: 'updated' | 'deleted', describe: (object: string, range: Range) => object) =>
    app.get<Ranged>(`${API}/sobjects/:object/${what}/`, signedIn, async (request, reply) => {
      const range = rangeOf(request.query);
      if ('errorCode' in range) return refuse(reply, 400, range);
      return { ...describe(request.params.object, range), latestDateCovered: new Date(range.to).toISOString() };
    });
  answerRange('updated', (object, { from, to }) => ({ ids: book.changed(object, from, to) }));
  answerRange('deleted', (object, { from, to }) => ({
    deletedRecords: book.deleted(object, from, to).map((id) => ({ id })),
  }));
};
