import { createAllowedFields, type AllowedFields } from './allowed-fields.ts';
import { CASE_HANDLE, hideHandles, hideHandlesIn } from './case-handle.ts';
import type { Connector } from './connector.ts';
import { consultedSource } from './consulted-source.ts';
import { keepAnswer } from './consult.ts';
import { createRunContext, handleOf } from './create-run-context.ts';
import { failureOf } from './failures.ts';
import { createOwnAccess } from './own-access.ts';
import { findRoundedNumber } from './find-rounded-number.ts';
import { findMissingInput, pickInput } from './pick-input.ts';
import { redact } from './redact.ts';
import type { ConnectorJob, RunParts, RunSurroundings } from './run-surroundings.ts';
import { findSchemaViolation } from './schema-check.ts';
import { startTimeLimit, type TimeLimit } from './time-limit.ts';

/** How one run ended. Messages name places and rules, never personal data or secrets. */
type Ending =
  | { readonly kind: 'output'; readonly output: unknown; readonly variables: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'bpmnError';
      readonly code: string;
      readonly message: string;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'retry';
      readonly message: string;
      readonly afterMs: number | undefined;
    }
  /** Not the connector's failure: the job is offered again as if it had not been tried. */
  | { readonly kind: 'notYet'; readonly message: string; readonly afterMs: number }
  | { readonly kind: 'incident'; readonly message: string };

/** An ending, and whether it happened where one administration alone goes: it says nothing of the source for others. */
export type RunOutcome = Ending & { readonly isOfOneAdministration?: true };

/** Runs a connector for one job; never rejects. */
export const executeConnector = async (
  connector: Connector,
  job: ConnectorJob,
  surroundings: RunSurroundings,
): Promise<RunOutcome> => {
  const input = pickInput(connector, job);
  const violation = findSchemaViolation(connector.input, input) ?? findMissingInput(connector, input);
  if (violation !== undefined) return incidentAt(connector, job, `valid input, but ${violation}`);
  const rounded = findRoundedNumber(input);
  if (rounded !== undefined)
    return incidentAt(
      connector,
      job,
      `numbers of at most 53 bits, but ${rounded} has more and may be rounded: send a text`,
    );
  const limit = startTimeLimit(surroundings.signal, connector.timeoutMs);
  const allowedFields = createAllowedFields();
  const ownAccess = createOwnAccess(connector);
  const parts: RunParts = {
    connector,
    job,
    surroundings,
    allowedFields,
    ownAccess,
    answered: [],
    signal: limit.signal,
  };
  try {
    const output = await Promise.race([
      connector.run(input, createRunContext(parts)),
      rejectWhenOver(limit, connector),
    ]);
    const outcome = limitOutcome(connector, outputOf(connector, job, output), allowedFields);
    if (outcome.kind === 'output') await keepOutput(parts, input, outcome.output);
    return ofWhom(parts, outcome);
  } catch (error) {
    const failed = withoutSecrets(outcomeOfFailure(connector, job, error), [
      ...Object.values(surroundings.secrets),
      ...ownAccess.secrets(),
    ]);
    const outcome = limitOutcome(connector, failed, allowedFields);
    return ofWhom(parts, withUnknown(outcome, { connector, job, now: surroundings.now() }));
  } finally {
    limit.release();
  }
};

const ofWhom = ({ ownAccess }: RunParts, outcome: RunOutcome): RunOutcome =>
  ownAccess.isTaken() ? { ...outcome, isOfOneAdministration: true } : outcome;

/** What the process is told is kept before it is told. */
const keepOutput = (parts: RunParts, question: unknown, answer: unknown): Promise<void> => {
  const { processInstanceKey, elementInstanceKey } = parts.job;
  const questionKey = `${processInstanceKey}-${elementInstanceKey}-answer`;
  return keepAnswer({ ...parts, caseHandle: handleOf(parts.job), questionKey }, { question, answer });
};

const rejectWhenOver = ({ signal, isExpired }: TimeLimit, connector: Connector): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () =>
      reject(
        new Error(
          isExpired() ? lateness(connector) : `Expected ${connector.type} to run to its end, but it was stopped.`,
        ),
      );
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

const lateness = ({ type, timeoutMs }: Connector): string =>
  `TIMEOUT: Expected ${type} to end within ${timeoutMs} ms, but it did not.`;

const outputOf = (connector: Connector, job: ConnectorJob, output: unknown): RunOutcome => {
  const violation = findSchemaViolation(connector.output, output);
  if (violation !== undefined) return incidentAt(connector, job, `an answer of the declared shape, but ${violation}`);
  const name = resultNameOf(connector, job);
  if (name === CASE_HANDLE) return incidentAt(connector, job, `a result variable, but "${name}" is the platform's own`);
  const clean = hideHandlesIn(output);
  return { kind: 'output', output: clean, variables: { [name]: clean } };
};

const resultNameOf = (connector: Connector, { customHeaders: { resultVariable } }: ConnectorJob): string =>
  typeof resultVariable === 'string' && resultVariable !== '' ? resultVariable : connector.resultName;

/**
 * What a source did not say is unknown to the process too: the variable of its answer is null, and beside it stands which
 * source it was, why, and since when, so that a decision can send the case to a person who is told.
 */
const withUnknown = (
  outcome: RunOutcome,
  { connector, job, now }: { readonly connector: Connector; readonly job: ConnectorJob; readonly now: Date },
): RunOutcome => {
  const name = resultNameOf(connector, job);
  const source = consultedSource(connector, job.variables);
  if (outcome.kind !== 'bpmnError' || source === undefined || name === CASE_HANDLE) return outcome;
  const unknown = { source, reason: outcome.code, since: now.toISOString() };
  return { ...outcome, variables: { ...outcome.variables, [name]: null, [`${name}Unknown`]: unknown } };
};

/** The answer is checked whole and handed over in part: what was not authorized is missing, required by the schema or not. */
const limitOutcome = (connector: Connector, outcome: RunOutcome, fields: AllowedFields): RunOutcome => {
  if (outcome.kind === 'bpmnError')
    return { ...outcome, variables: fields.keepVariables(connector, outcome.variables) };
  if (outcome.kind !== 'output') return outcome;
  const output = fields.keep(outcome.output);
  const [name = connector.resultName] = Object.keys(outcome.variables);
  return { kind: 'output', output, variables: { [name]: output } };
};

const outcomeOfFailure = (connector: Connector, job: ConnectorJob, error: unknown): RunOutcome => {
  const message = error instanceof Error ? error.message : 'Expected an error to be thrown, but found another value.';
  const failure = failureOf(error);
  if (failure.kind === 'notYet') return { kind: 'notYet', message, afterMs: failure.afterMs };
  if (failure.kind === 'retry') return { kind: 'retry', message, afterMs: failure.afterMs };
  if (failure.kind === 'incident') return { kind: 'incident', message };
  if (Object.hasOwn(connector.errors, failure.code) || codesOfModel(connector, job).includes(failure.code)) {
    return { kind: 'bpmnError', code: failure.code, message, variables: hideHandlesIn(failure.variables) };
  }
  return incidentAt(connector, job, `a declared error code, but found "${failure.code}"`);
};

/** The codes that the model itself named. */
const codesOfModel = ({ errorCodesFrom }: Connector, { variables }: ConnectorJob): readonly unknown[] => {
  const named = errorCodesFrom === undefined ? undefined : variables[errorCodesFrom];
  return typeof named === 'object' && named !== null ? Object.values(named) : [];
};

const incidentAt = (connector: Connector, job: ConnectorJob, found: string): RunOutcome => ({
  kind: 'incident',
  message: `Expected connector ${connector.type} at element "${job.elementId}" to have ${found}.`,
});

const withoutSecrets = (outcome: RunOutcome, secretValues: readonly string[]): RunOutcome =>
  outcome.kind === 'output' ? outcome : { ...outcome, message: hideHandles(redact(outcome.message, secretValues)) };
