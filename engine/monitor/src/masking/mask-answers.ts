import { canonicalJson } from '@irisflow/access';
import { applicationForm } from '@irisflow/casework';
import type { EngineIncident, EngineVariable } from '@irisflow/engine-client';
import type { CompiledForm } from '@irisflow/forms';
import { maskedText } from '@irisflow/foundation';
import { maskVariables, secretsIn } from '@irisflow/restricted';
import type { OwnInstance } from '../require-instance.ts';
import type { Surroundings } from '../surroundings.ts';
import { valueOf } from './handles-of.ts';

/** What the application form of an instance restricts, as the instance has it. */
interface RestrictedValues {
  /** The answers of its case; nothing where the instance has none. */
  readonly application: unknown;
  /** What their restricted parts say. */
  readonly texts: readonly string[];
}

const restrictedIn = (form: CompiledForm, variables: readonly EngineVariable[]): RestrictedValues => {
  const found = variables.filter(({ name }) => name === 'application').map(({ value }) => valueOf(value));
  return {
    application: found[0],
    // The longest first: one that is part of another would leave the rest of it.
    texts: found
      .flatMap((application) => secretsIn(form, { application }))
      .toSorted((one, other) => other.length - one.length),
  };
};

/** A variable without what is restricted; as the engine wrote it where it holds none of that. */
const withoutRestricted = (
  form: CompiledForm,
  variable: EngineVariable,
  { application }: RestrictedValues,
): EngineVariable => {
  const { name } = variable;
  const value = valueOf(variable.value);
  const masked = maskVariables(form, { application, [name]: value })[name];
  return canonicalJson(masked) === canonicalJson(value) ? variable : { ...variable, value: JSON.stringify(masked) };
};

interface Known {
  readonly own: OwnInstance;
  readonly variables: readonly EngineVariable[];
  readonly incidents: readonly EngineIncident[];
}

/** Answers that are kept apart have a mask of their own, which no unmasking of an instance lifts. */
export const withMaskedAnswers = async <Read extends Known>(
  { database, library }: Surroundings,
  read: Read,
): Promise<Read> => {
  const { procedure_key: key, version } = read.own.owner;
  const form = applicationForm(await library.version(database, key, version));
  const secrets = restrictedIn(form, read.variables);
  return {
    ...read,
    variables: read.variables.map((variable) => withoutRestricted(form, variable, secrets)),
    incidents: read.incidents.map((incident) => ({
      ...incident,
      message: secrets.texts.reduce((text, secret) => text.replaceAll(secret, maskedText), incident.message),
    })),
  };
};
