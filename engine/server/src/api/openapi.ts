import * as access from '@irisflow/access';
import * as absences from '@irisflow/absences';
import * as delegations from '@irisflow/delegations';
import * as appointments from '@irisflow/appointments';
import * as views from '@irisflow/views';
import * as checklists from '@irisflow/checklists';
import * as conflicts from '@irisflow/conflicts';
import * as dispatch from '@irisflow/dispatch';
import * as drafting from '@irisflow/drafting';
import * as branding from '@irisflow/branding';
import * as bulk from '@irisflow/bulk';
import * as rehearsals from '@irisflow/rehearsals';
import * as versionMoves from '@irisflow/version-moves';
import * as watch from '@irisflow/watch';
import * as caseImports from '@irisflow/case-imports';
import * as casework from '@irisflow/casework';
import * as facts from '@irisflow/facts';
import * as foundation from '@irisflow/foundation';
import * as inquiries from '@irisflow/inquiries';
import * as insight from '@irisflow/insight';
import * as intake from '@irisflow/intake';
import * as feedback from '@irisflow/feedback';
import { ContactUnit } from '@irisflow/letters';
import * as ledger from '@irisflow/ledger';
import * as notices from '@irisflow/notices';
import * as budgets from '@irisflow/budgets';
import * as payables from '@irisflow/payables';
import * as onlinePayments from '@irisflow/online-payments';
import * as postRoom from '@irisflow/post-room';
import * as statements from '@irisflow/statements';
import * as lifecycle from '@irisflow/lifecycle';
import * as copies from '@irisflow/copies';
import * as messages from '@irisflow/messages';
import * as monitor from '@irisflow/monitor';
import * as parties from '@irisflow/parties';
import * as privacy from '@irisflow/privacy';
import * as procedures from '@irisflow/procedures';
import * as relations from '@irisflow/relations';
import * as campaigns from '@irisflow/campaigns';
import * as obligations from '@irisflow/obligations';
import * as quotas from '@irisflow/quotas';
import * as rights from '@irisflow/rights';
import * as rightImports from '@irisflow/right-imports';
import * as registerEvents from '@irisflow/register-events';
import * as rightSources from '@irisflow/right-sources';
import * as tasks from '@irisflow/tasks';
import * as termClock from '@irisflow/term-clock';
import * as terms from '@irisflow/terms';
import * as webhooks from '@irisflow/webhooks';
import type { TSchema } from 'typebox';
import { operations, type Operation } from './contract/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSchema = (value: unknown): value is TSchema => isObject(value) && ('type' in value || 'anyOf' in value);

/** View schemas become `components.schemas`, found again by identity wherever they are used. */
const nameBySchema = new Map<unknown, string>(
  Object.entries({
    ...foundation,
    ...access,
    ...parties,
    ...insight,
    ...inquiries,
    ...procedures,
    ...terms,
    ...casework,
    ...tasks,
    ...termClock,
    ...facts,
    ...bulk,
    ...rehearsals,
    ...versionMoves,
    ...watch,
    ...caseImports,
    ...relations,
    ...absences,
    ...delegations,
    ...appointments,
    ...views,
    ...checklists,
    ...conflicts,
    ...rights,
    ...rightImports,
    ...rightSources,
    ...registerEvents,
    ...obligations,
    ...campaigns,
    ...quotas,
    ...dispatch,
    ContactUnit,
    ...drafting,
    ...intake,
    ...branding,
    ...feedback,
    ...ledger,
    ...notices,
    ...budgets,
    ...payables,
    ...statements,
    ...onlinePayments,
    ...postRoom,
    ...lifecycle,
    ...messages,
    ...copies,
    ...monitor,
    ...privacy,
    ...webhooks,
  })
    .filter(([, value]) => isSchema(value))
    .map(([name, value]) => [value, name]),
);

const describe = (schema: unknown, isRoot = false): Json => {
  const name = nameBySchema.get(schema);
  if (name !== undefined && !isRoot) return { $ref: `#/components/schemas/${name}` };
  if (Array.isArray(schema)) return schema.map((item) => describe(item));
  if (isObject(schema)) return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, describe(value)]));
  return schema as Json;
};

const isRequired = (schema: Operation['params'], name: string): boolean => {
  const names: readonly string[] = schema?.required ?? [];
  return names.includes(name);
};

const parametersOf = (operation: Operation): Json[] => {
  const list = (schema: Operation['params'], place: 'path' | 'query') =>
    Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || isRequired(schema, name),
      schema: describe(property),
    }));
  return [...list(operation.params, 'path'), ...list(operation.query, 'query')];
};

const fileUpload: JsonObject = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
};

const contentOf = (body: NonNullable<Operation['body']>): JsonObject => {
  if (body === 'file') return { 'multipart/form-data': { schema: fileUpload } };
  if (body === 'bytes') return { 'application/json': { schema: { type: 'object' } } };
  return { 'application/json': { schema: describe(body) } };
};

const requestBodyOf = (body: NonNullable<Operation['body']>): JsonObject => ({
  required: true,
  content: contentOf(body),
});

const successOf = ({ reply, status = 200 }: Operation): JsonObject => {
  if (reply === 'none') return { '204': { description: 'Done.' } };
  if (reply === 'redirect') return { '302': { description: 'Go there.' } };
  if (reply === 'file') return { '200': { description: 'The file.', content: { 'application/octet-stream': {} } } };
  const content = { 'application/json': { schema: describe(reply) } };
  return { [status]: { description: 'The answer.', content } };
};

const problem: JsonObject = {
  description: 'What was wrong, as RFC 9457 problem details.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const describeOperation = (operationId: string, operation: Operation): JsonObject => ({
  operationId,
  summary: operation.summary,
  parameters: parametersOf(operation),
  ...(operation.body === undefined ? {} : { requestBody: requestBodyOf(operation.body) }),
  responses: { ...successOf(operation), default: problem },
  ...(operation.limit === undefined ? {} : { 'x-limit': { ...operation.limit } }),
  ...(operation.searchLimit === undefined ? {} : { 'x-search-limit': { ...operation.searchLimit } }),
  ...(operation.scope === undefined ? {} : { 'x-scope': operation.scope, security: [{}, { apiToken: [] }] }),
  'x-access': typeof operation.access === 'string' ? operation.access : [...operation.access],
});

/** The OpenAPI 3.1 description of the platform API, derived from the contract alone. */
export const describeApi = (): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, operation] of Object.entries<Operation>(operations)) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describeOperation(operationId, operation);
  }
  const schemas = Object.fromEntries([...nameBySchema].map(([schema, name]) => [name, describe(schema, true)]));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Irisflow platform API',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        apiToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token of another system of an administration, in the header alone. `x-scope` names what it must be for; an operation without one is for no token.',
        },
      },
    },
  };
};
