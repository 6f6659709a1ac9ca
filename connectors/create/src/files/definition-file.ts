import type { ConnectorDraft, DraftInput } from '../connector-draft.ts';
import { exampleOf } from '../example-of.ts';
import { camelCase, kebabCase, nameOfType } from '../names.ts';
import { typeboxSource } from '../typebox-source.ts';

const quoted = (text: string): string => JSON.stringify(text);

/** One text for three languages, until somebody translates it. */
const inEveryLanguage = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  return `{ fr: ${quoted(line)}, nl: ${quoted(line)}, en: ${quoted(line)} }`;
};

const lines = (indent: string, all: readonly string[]): string => all.map((line) => `${indent}${line}\n`).join('');

const inputSource = ({ name, schema, isRequired }: DraftInput): string => {
  const source = typeboxSource(schema);
  return `${name}: ${isRequired ? source : `Type.Optional(${source})`},`;
};

const fieldSource = ({ name, label, schema }: DraftInput): string => {
  const choices = Array.isArray(schema['enum']) ? schema['enum'].filter((value) => typeof value === 'string') : [];
  const named = choices.map((value) => `${quoted(value)}: ${inEveryLanguage(value)}`).join(', ');
  return `${name}: { label: ${inEveryLanguage(label)}${named === '' ? '' : `, choices: { ${named} }`} },`;
};

/** Secrets of a connector that shows a token or a key. */
export const secretOf = ({ authorization }: ConnectorDraft): string | null => {
  if (authorization.kind === 'none') return null;
  return authorization.kind === 'bearer' ? 'SOURCE_TOKEN' : 'SOURCE_KEY';
};

const addressSource = ({ path, inputs }: ConnectorDraft): string =>
  path.replaceAll(/[`\\]|\$\{/g, '').replaceAll(/\{([^}]+)\}/g, (_, sent: string) => {
    const input = inputs.find((one) => one.place === 'path' && one.sent === sent);
    return `\${encodeURIComponent(String(input.${input?.name ?? camelCase(sent)}))}`;
  });

const querySource = ({ inputs }: ConnectorDraft): string[] =>
  inputs
    .filter(({ place }) => place === 'query')
    .map(({ name, sent, isRequired, schema }) => {
      const add =
        schema['type'] === 'array'
          ? `for (const one of input.${name}${isRequired ? '' : ' ?? []'}) url.searchParams.append(${quoted(sent)}, String(one));`
          : `url.searchParams.set(${quoted(sent)}, String(input.${name}));`;
      return isRequired || schema['type'] === 'array' ? add : `if (input.${name} !== undefined) ${add}`;
    });

const headersSource = (draft: ConnectorDraft, hasBody: boolean): string[] => {
  const { authorization } = draft;
  const shown =
    authorization.kind === 'header'
      ? [`${quoted(authorization.header.toLowerCase())}: context.secret('SOURCE_KEY'),`]
      : authorization.kind === 'bearer'
        ? ["authorization: `Bearer ${context.secret('SOURCE_TOKEN')}`,"]
        : [];
  return [...(hasBody ? ["'content-type': 'application/json',"] : []), ...shown];
};

const requestSource = (draft: ConnectorDraft): string[] => {
  const body = draft.inputs.filter(({ place }) => place === 'body');
  const headers = headersSource(draft, body.length > 0);
  const fields = body.map(({ name, sent }) => `${/^[A-Za-z_]\w*$/.test(sent) ? sent : quoted(sent)}: input.${name}`);
  return [
    'url: url.href,',
    ...(draft.method === 'GET' ? [] : [`method: '${draft.method}',`]),
    ...(headers.length === 0 ? [] : ['headers: {', ...headers.map((one) => `  ${one}`), '},']),
    ...(body.length === 0 ? [] : [`body: JSON.stringify({ ${fields.join(', ')} }),`]),
  ];
};

/** The values of an input that a test and the documentation use. */
export const exampleInput = ({ inputs }: ConnectorDraft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    inputs.filter(({ isRequired }) => isRequired).map(({ name, schema }) => [name, exampleOf(schema)]),
  );

const errorsSource = ({ knowsNothing }: ConnectorDraft): string =>
  knowsNothing ? '{ NO_DATA: { fr: "Aucune donnée.", nl: "Geen gegevens.", en: "No data." } }' : '{}';

const outputSource = ({ output }: ConnectorDraft): string =>
  Object.keys(output).length === 0 ? 'Type.Object({})' : typeboxSource(output);

const readSource = ({ output }: ConnectorDraft): string =>
  Object.keys(output).length === 0 ? 'return {};' : 'return JSON.parse(text);';

/** The definition of a connector: what it takes, what it answers, how it asks. */
export const definitionFile = (draft: ConnectorDraft): string => {
  const { type, title, description, inputs, knowsNothing } = draft;
  const name = camelCase(nameOfType(type));
  const secret = secretOf(draft);
  const failures = [...(knowsNothing ? ['bpmnError'] : []), 'defineConnector', 'incident', 'retryLater', 'Type'];
  return `import { ${failures.join(', ')} } from '@irisflow/connector-sdk';

// The texts are in one language until you translate them: the designer shows each person theirs.
export const ${name} = defineConnector({
  type: ${quoted(type)},
  version: 1,
  title: ${inEveryLanguage(title)},
  description: ${inEveryLanguage(description)},
  resultName: ${quoted(name)},
  input: Type.Object({
${lines('    ', inputs.map(inputSource))}  }),
  fields: {
${lines('    ', inputs.map(fieldSource))}  },
  output: ${outputSource(draft)},
  errors: ${errorsSource(draft)},
  settings: ['SOURCE_URL'],
${secret === null ? '' : `  secrets: ['${secret}'],\n`}  timeoutMs: 10_000,
  retries: 3,
  backoffMs: 5_000,
  example: ${JSON.stringify(exampleInput(draft))},
  async run(input, context) {
    const url = new URL(\`\${context.setting('SOURCE_URL').replace(/\\/$/, '')}${addressSource(draft)}\`);
${lines('    ', querySource(draft))}    const { status, text } = await context.fetch({
${lines('      ', requestSource(draft))}    });
${knowsNothing ? "    if (status === 404) throw bpmnError('NO_DATA', 'The source knows nothing of this.');\n" : ''}    if (status === 429 || status >= 500) throw retryLater(\`Expected the source to answer, but found status \${status}.\`);
    if (status >= 300) throw incident(\`Expected the source to take the question, but found status \${status}.\`);
    ${readSource(draft)}
  },
});
`;
};

/** Name of the file of a definition, without its ending. */
export const fileNameOf = ({ type }: ConnectorDraft): string => kebabCase(nameOfType(type));
