import type { ConnectorDraft } from '../connector-draft.ts';
import { isRecord, textAt } from '../json-schema.ts';
import { DraftError, type OpenApi } from './read-openapi.ts';

const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;

export interface FoundOperation {
  /** Its `operationId`, else method and path: `GET /permits/{plate}`. */
  readonly id: string;
  readonly method: ConnectorDraft['method'];
  readonly path: string;
  readonly operation: Readonly<Record<string, unknown>>;
  /** What all operations of the path have in common. */
  readonly shared: Readonly<Record<string, unknown>>;
}

const operationsAt = ([path, shared]: [string, unknown]): FoundOperation[] => {
  if (!isRecord(shared)) return [];
  return Object.entries(methods).flatMap(([name, method]) => {
    const operation = shared[name];
    if (!isRecord(operation)) return [];
    return [{ id: textAt(operation, 'operationId') || `${method} ${path}`, method, path, operation, shared }];
  });
};

/** The operation of that name. Without one, the mistake lists those that there are. */
export const findOperation = (api: OpenApi, id: string | undefined): FoundOperation => {
  const paths = isRecord(api['paths']) ? api['paths'] : {};
  const known = Object.entries(paths).flatMap(operationsAt);
  const found = known.find((one) => one.id === id) ?? (known.length === 1 && id === undefined ? known[0] : undefined);
  if (found !== undefined) return found;
  const list = known.map((one) => `  ${one.id}`).join('\n');
  throw new DraftError(`Expected --operation to name one of these, but found ${id ?? 'none'}:\n${list}`);
};
