import type { Authorization, ConnectorDraft, DraftInput, Place } from '../connector-draft.ts';
import { isRecord, listAt, schemaAt, type Schema, textAt, typeOf } from '../json-schema.ts';
import { camelCase, sentence } from '../names.ts';
import { wordsOf } from '../typebox-source.ts';
import type { FoundOperation } from './find-operation.ts';
import { createResolver, DraftError, type OpenApi } from './read-openapi.ts';

type Resolve = ReturnType<typeof createResolver>;

const jsonOf = (content: Schema): Schema | undefined => {
  const media = Object.entries(schemaAt(content, 'content')).find(([type]) => /[/+]json\b/.test(type))?.[1];
  return isRecord(media) ? schemaAt(media, 'schema') : undefined;
};

const placeOf = (parameter: Schema): Place | null => {
  const place = textAt(parameter, 'in');
  return place === 'path' || place === 'query' ? place : null;
};

const inputsOfParameters = ({ operation, shared }: FoundOperation, resolve: Resolve): Omit<DraftInput, 'name'>[] => {
  const parameters = [...listAt(shared, 'parameters'), ...listAt(operation, 'parameters')].map(resolve);
  // What an operation says of a parameter counts more than what its path says.
  const latest = new Map(parameters.map((one) => [`${textAt(one, 'in')} ${textAt(one, 'name')}`, one]));
  return [...latest.values()].flatMap((parameter) => {
    const place = placeOf(parameter);
    if (place === null) return [];
    const sent = textAt(parameter, 'name');
    const schema = {
      ...schemaAt(parameter, 'schema'),
      ...('example' in parameter ? { example: parameter['example'] } : {}),
    };
    const isRequired = place === 'path' || parameter['required'] === true;
    return [{ place, sent, schema, isRequired, label: textAt(parameter, 'description') || sentence(sent) }];
  });
};

const inputsOfBody = ({ operation }: FoundOperation, resolve: Resolve): Omit<DraftInput, 'name'>[] => {
  const body = jsonOf(resolve(operation['requestBody']));
  if (body === undefined) return [];
  if (typeOf(body) !== 'object')
    throw new DraftError('Expected a body that is an object, whose fields become inputs, but found another one');
  const required = new Set(listAt(body, 'required'));
  return Object.entries(schemaAt(body, 'properties')).flatMap(([sent, schema]) =>
    isRecord(schema) && schema['readOnly'] !== true
      ? [
          {
            place: 'body',
            sent,
            schema,
            isRequired: required.has(sent),
            label: wordsOf(schema) || sentence(sent),
          } as const,
        ]
      : [],
  );
};

/** Two that would be one variable are told apart by a number. */
const named = (inputs: readonly Omit<DraftInput, 'name'>[]): DraftInput[] => {
  const taken = new Map<string, number>();
  return inputs.map((input) => {
    const name = camelCase(input.sent);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { ...input, name: count === 1 ? name : `${name}${count}` };
  });
};

const authorizationOf = (api: OpenApi, { operation }: FoundOperation, resolve: Resolve): Authorization => {
  const [first] = listAt('security' in operation ? operation : api, 'security').filter(isRecord);
  const name = Object.keys(first ?? {})[0];
  if (name === undefined) return { kind: 'none' };
  const scheme = resolve(schemaAt(schemaAt(schemaAt(api, 'components'), 'securitySchemes'), name));
  if (textAt(scheme, 'type') !== 'apiKey') return { kind: 'bearer' };
  return { kind: 'header', header: textAt(scheme, 'in') === 'header' ? textAt(scheme, 'name') : 'x-api-key' };
};

const answerOf = (responses: Schema): Schema => {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  return (isRecord(success) ? jsonOf(success) : undefined) ?? {};
};

/** Where its server says that its paths begin; the rest of the address is a setting. */
const basePath = (api: OpenApi): string => {
  const [server] = listAt(api, 'servers').filter(isRecord);
  const path = /^(?:https?:\/\/[^/]*)?(\/.*)$/.exec(textAt(server ?? {}, 'url'))?.[1] ?? '';
  return path.includes('{') ? '' : path.replace(/\/$/, '');
};

/** A connector that asks one operation: its parameters and the fields of its body are the inputs, its first success the output. */
export const draftOperation = (api: OpenApi, found: FoundOperation, type: string): ConnectorDraft => {
  const resolve = createResolver(api);
  const { operation, method, path } = found;
  const responses = resolve(operation['responses']);
  return {
    type,
    title: textAt(operation, 'summary') || sentence(found.id),
    description: textAt(operation, 'description') || textAt(operation, 'summary') || sentence(found.id),
    inputs: named([...inputsOfParameters(found, resolve), ...inputsOfBody(found, resolve)]),
    output: answerOf(responses),
    method,
    path: `${basePath(api)}${path}`,
    authorization: authorizationOf(api, found, resolve),
    knowsNothing: '404' in responses,
  };
};
