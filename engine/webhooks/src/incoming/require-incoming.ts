import { requireProcedureKeys } from '@irisflow/access';
import { requireOwnName } from '@irisflow/casework';
import { FeelSyntaxError, parseFeel } from '@irisflow/feel';
import { CaseworkError } from '@irisflow/foundation';
import type { IncomingField, Verification } from '../views/incoming-webhook.ts';

export interface IncomingToMake {
  readonly name: string;
  readonly procedureKey: string;
  readonly message: string;
  readonly verifies: Verification;
  /** FEEL over `body` that gives the key or the reference of the case. */
  readonly caseFrom: string;
  readonly fields: readonly IncomingField[];
}

const MAX_NAME = 100;
const MAX_FIELDS = 20;

const refuse = (detail: string, pointer: string, keyword: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword }] });
};

const requireName = (written: string): string => {
  const name = written.trim();
  if (name !== '' && name.length <= MAX_NAME) return name;
  return refuse(`Expected a name of 1 to ${MAX_NAME} characters, but found ${name.length}`, '/name', 'name');
};

const requireFeel = (written: string, pointer: string): string => {
  const source = written.trim().replace(/^=\s*/, '');
  try {
    parseFeel(source, 'expression');
    return source;
  } catch (thrown) {
    if (!(thrown instanceof FeelSyntaxError)) throw thrown;
    return refuse(`Expected FEEL, but ${thrown.message}`, pointer, 'feel');
  }
};

const requireMessage = (message: string): string => {
  try {
    requireOwnName(message);
    return message;
  } catch (thrown) {
    if (!(thrown instanceof CaseworkError)) throw thrown;
    return refuse(thrown.detail, '/message', 'ownName');
  }
};

const requireFields = (fields: readonly IncomingField[]): IncomingField[] => {
  if (fields.length > MAX_FIELDS)
    return refuse(`Expected at most ${MAX_FIELDS} fields, but found ${fields.length}`, '/fields', 'maxItems');
  if (new Set(fields.map(({ name }) => name)).size < fields.length)
    return refuse('Expected each field once, but one of them is there twice', '/fields', 'uniqueNames');
  return fields.map(({ name, value }, index) => ({ name, value: requireFeel(value, `/fields/${index}/value`) }));
};

/** What is to be made, in the one way in which it is kept. */
export const requireIncoming = (wanted: IncomingToMake): IncomingToMake => ({
  name: requireName(wanted.name),
  procedureKey: requireProcedureKeys([wanted.procedureKey])?.[0] ?? wanted.procedureKey,
  message: requireMessage(wanted.message),
  verifies: wanted.verifies,
  caseFrom: requireFeel(wanted.caseFrom, '/caseFrom'),
  fields: requireFields(wanted.fields),
});
