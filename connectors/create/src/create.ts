import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { blankDraft } from './blank-draft.ts';
import type { ConnectorDraft } from './connector-draft.ts';
import { draftOperation } from './openapi/draft-operation.ts';
import { findOperation } from './openapi/find-operation.ts';
import { DraftError, readOpenApi } from './openapi/read-openapi.ts';
import { scaffold } from './scaffold.ts';

export const usage = `Begins a connector in a new folder.

  npm create irisflow-connector -- <folder> --type <administration>.<name>
  npm create irisflow-connector -- <folder> --type <administration>.<name> --openapi <file> --operation <operationId>

  --type       job type of the connector, e.g. brussels-mobility.parking-permit
  --openapi    an OpenAPI 3.0 or 3.1 description, in JSON or YAML; inputs, output and request come from it
  --operation  which of its operations the connector asks
`;

const TYPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new DraftError(`Expected a file that can be read, but found ${file}`);
  }
};

const draftOf = (type: string, openapi: string | undefined, operation: string | undefined): ConnectorDraft => {
  if (openapi === undefined) return blankDraft(type);
  const api = readOpenApi(contentOf(openapi), openapi);
  return draftOperation(api, findOperation(api, operation), type);
};

/** A folder that somebody has begun keeps what is in it. */
const requireEmpty = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const [first] = readdirSync(folder);
  if (first !== undefined) throw new DraftError(`Expected an empty folder, but found ${first} in ${folder}`);
};

const read = (parameters: readonly string[]) => {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { type: { type: 'string' }, openapi: { type: 'string' }, operation: { type: 'string' } },
    });
  } catch (thrown) {
    throw new DraftError(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${usage}`);
  }
};

/** Writes the folder that the parameters of a command ask for; answers what to do next. */
export const create = (parameters: readonly string[], cwd: string): string => {
  const { positionals, values } = read(parameters);
  const [name, ...more] = positionals;
  const { type = '', openapi, operation } = values;
  if (name === undefined || more.length > 0) throw new DraftError(`Expected one folder\n\n${usage}`);
  if (!TYPE.test(type))
    throw new DraftError(`Expected --type to be <administration>.<name> in kebab-case, but found ${type || 'none'}`);
  const draft = draftOf(type, openapi === undefined ? undefined : path.resolve(cwd, openapi), operation);
  const folder = path.resolve(cwd, name);
  requireEmpty(folder);
  for (const [file, content] of scaffold(draft)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return `A connector for jobs of the type ${type} is in ${folder}. Next:\n  cd ${name}\n  npm install\n  npm test\n`;
};
