import { failureKindOf, incident, retryLater } from '@irisflow/connector-sdk';

/** By the class of SQLSTATE or the state itself: what passes by itself. */
const PASSING: ReadonlySet<string> = new Set(['08', '40', '53', '57', '55']);
const TIMED_OUT = '57014';
const WRITES = '25006';

/**
 * What a refusal of the database means for the job. What the database says is left out: it quotes values, which may be of people.
 */
export const translateTrouble = (error: unknown): unknown => {
  if (failureKindOf(error) !== undefined) return error;
  const state = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^[0-9A-Z]{5}$/.test(state))
    return retryLater(`UNAVAILABLE: Expected the database to be reachable, but found ${state || 'no connection'}.`);
  if (state === TIMED_OUT)
    return retryLater('TIMEOUT: Expected the database to answer in time, but the statement takes longer.');
  if (state === WRITES) return incident('Expected a statement that reads alone, but it writes.');
  if (state.startsWith('28'))
    return incident('Expected the database to accept the user of the credential, but it does not.');
  if (PASSING.has(state.slice(0, 2)))
    return retryLater(`UNAVAILABLE: Expected the database to answer, but it refuses for now (SQLSTATE ${state}).`);
  return incident(
    `Expected the database to accept the statement, but it does not (SQLSTATE ${state}${placeOf(error)}).`,
  );
};

const placeOf = (error: unknown): string => {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isInteger(position) ? `, at character ${position}` : '';
};
