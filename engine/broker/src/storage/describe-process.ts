import { type Binding, type ExecutableProcess, parseBpmn } from '@irisflow/bpmn';
import type { Database } from '@irisflow/database';
import { loadDefinitionSource } from './load/load-definition-source.ts';
import { SCHEMA } from './row-statement.ts';

/** The form with which somebody starts a process. */
export interface StartForm {
  readonly formId: string;
  readonly binding: Binding;
}

const startFormOf = ({ elements }: ExecutableProcess): StartForm | null => {
  for (const element of elements) {
    // Nothing runs yet that an expression could be evaluated with.
    if (element.kind === 'startEvent' && element.formId?.kind === 'literal') {
      return { formId: element.formId.text, binding: element.formBinding };
    }
  }
  return null;
};

/** What the store keeps of a diagram for searches, as JSON texts. */
export interface ProcessDescription {
  /** Name by id, of the elements that have one. */
  readonly elementNames: string;
  readonly startForm: string | null;
}

export const describeProcess = (process: ExecutableProcess): ProcessDescription => {
  const named = process.elements.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]));
  const startForm = startFormOf(process);
  return {
    elementNames: JSON.stringify(Object.fromEntries(named)),
    startForm: startForm === null ? null : JSON.stringify(startForm),
  };
};

const describeAgain = async (database: Database, key: string): Promise<ProcessDescription> => {
  const source = await loadDefinitionSource(database, key);
  const parsed = source === null ? null : parseBpmn(source.content, { name: source.resource_name });
  const process = parsed?.ok === true ? parsed.processes.find(({ id }) => id === source?.id) : undefined;
  return process === undefined ? { elementNames: '{}', startForm: null } : describeProcess(process);
};

/** Describes the processes that were deployed before the store kept descriptions. */
export const describeOldProcesses = async (database: Database): Promise<void> => {
  const old = await database.query<{ readonly key: string }>(
    `select key from ${SCHEMA}.definition where noun = 'process' and element_names is null`,
  );
  for (const { key } of old) {
    const { elementNames, startForm } = await describeAgain(database, key);
    await database.query(`update ${SCHEMA}.definition set element_names = $2, start_form = $3 where key = $1`, [
      key,
      elementNames,
      startForm,
    ]);
  }
};
