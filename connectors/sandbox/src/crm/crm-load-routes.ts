import type { FastifyInstance, FastifyReply } from 'fastify';

import { parseObject } from '../sources/read-ssin.ts';
import { CRM_OBJECTS, type CrmBook, type CrmValue } from './crm-book.ts';
import { createCrmLoads, type Load } from './crm-loads.ts';
import { API, refuse, type Path, type SignedIn } from './crm-replies.ts';

const viewOf = ({ id, object, externalIdField, state, processed, failures }: Load) => ({
  id,
  object,
  externalIdFieldName: externalIdField,
  operation: 'upsert',
  contentType: 'CSV',
  state,
  numberRecordsProcessed: processed,
  numberRecordsFailed: failures.length,
});

const quoted = (value: CrmValue | undefined): string => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** The refused rows as they came, each behind its number and its reason. */
const failedResults = ({ failures }: Load): string => {
  const names = [...new Set(failures.flatMap(({ row }) => Object.keys(row)))];
  const lines = failures.map(({ row, error }) => ['', error, ...names.map((name) => row[name])].map(quoted).join(','));
  return `${[['sf__Id', 'sf__Error', ...names].map(quoted).join(','), ...lines].join('\n')}\n`;
};

const refuseState = (reply: FastifyReply) =>
  refuse(reply, 400, { errorCode: 'INVALIDJOBSTATE', message: 'The load is in no state for this.' });

/** Loads of many records: ordered, uploaded, closed, looked at. */
export const addCrmLoads = (app: FastifyInstance, book: CrmBook, signedIn: SignedIn): void => {
  const loads = createCrmLoads(book);
  const path = `${API}/jobs/ingest`;
  app.post<{ Body: string }>(path, signedIn, async (request, reply) => {
    const { object, externalIdFieldName, operation, contentType } = parseObject(request.body);
    const known = typeof object === 'string' && Object.hasOwn(CRM_OBJECTS, object) ? CRM_OBJECTS[object] : undefined;
    const isOurs =
      operation === 'upsert' && contentType === 'CSV' && known?.externalIds.includes(String(externalIdFieldName));
    if (isOurs !== true) return refuse(reply, 400, { errorCode: 'INVALIDJOB', message: 'Expected an upsert of CSV.' });
    return viewOf(loads.open(String(object), String(externalIdFieldName)));
  });
  app.put<Path<'id'> & { Body: string }>(`${path}/:id/batches`, signedIn, async (request, reply) => {
    const load = loads.upload(request.params.id, request.body);
    return load === undefined ? refuseState(reply) : reply.status(201).send();
  });
  app.patch<Path<'id'> & { Body: string }>(`${path}/:id`, signedIn, async (request, reply) => {
    const { state } = parseObject(request.body);
    if (state !== 'UploadComplete' && state !== 'Aborted') return refuseState(reply);
    const load = loads.close(request.params.id, state);
    return load === undefined ? refuseState(reply) : viewOf(load);
  });
  app.get<Path<'id'>>(`${path}/:id`, signedIn, async (request, reply) => {
    const load = loads.look(request.params.id);
    return load === undefined
      ? refuse(reply, 404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' })
      : viewOf(load);
  });
  app.get<Path<'id'>>(`${path}/:id/failedResults/`, signedIn, async (request, reply) => {
    const load = loads.look(request.params.id);
    return load?.state === 'JobComplete' ? reply.type('text/csv').send(failedResults(load)) : refuseState(reply);
  });
};
