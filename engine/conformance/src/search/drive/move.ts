import type { Variables } from '../reference/frame.ts';
import { Disagreement, type Session } from './session.ts';

/** Something that can be done now, in the engine and in the reference. */
export interface Move {
  /** What is done, whatever it is done to: under this name it is counted. */
  readonly action: string;
  readonly title: string;
  readonly inEngine: () => Promise<unknown>;
  readonly inReference: () => void;
  /** The same command once more, or in a suspended instance; it must be refused. */
  readonly again?: () => Promise<unknown>;
}

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const WRONG_STATE = 9;
const REST_NOT_FOUND = 404;
const REST_CONFLICT = 409;
const refusals = new Set([NOT_FOUND, ALREADY_EXISTS, WRONG_STATE, REST_NOT_FOUND, REST_CONFLICT]);

export const json = (variables: Variables): string => JSON.stringify(variables);

/** What work brings back: nothing, a choice, a result, or both. */
export const resultOf = (how: number): Variables => {
  const value = how % 4;
  const results: readonly Variables[] = [{}, { c0: value }, { r: how }, { c1: value, r: how }, { c2: value }];
  return results[how % results.length] ?? {};
};

/** A command over gRPC. */
export const call = ({ world }: Session, name: string, request: object): Promise<unknown> =>
  world.raw.call(name, request);

/** A command over REST; a refusal carries the status of HTTP as its code. */
export const post = async ({ world }: Session, path: string, body?: object): Promise<void> => {
  const { status, text } = await world.rest.ask('POST', path, body);
  if (status >= 300) throw Object.assign(new Error(text), { code: status });
};

/** A command to an instance that may have ended meanwhile; that it should have is seen when what is there is compared. */
export const orEnded = (command: Promise<unknown>): Promise<unknown> =>
  command.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === NOT_FOUND)) throw error;
  });

/** Calls and expects to be refused. */
export const refused = async ({ world }: Session, again: () => Promise<unknown>): Promise<void> => {
  const { code, details } = await world.refusal(again());
  if (!refusals.has(code))
    throw new Disagreement(`  expected a refusal for good reason, but found ${code}: ${details}`);
};
