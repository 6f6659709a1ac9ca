import { DatabaseFault } from '@irisflow/database';
import { CaseworkError, type FoundationSurroundings } from '@irisflow/foundation';
import type { Actor } from './actor.ts';
import type { JobName } from './walls/job-name.ts';
import { scopeOf, scopeOfAnswer, scopeOfJobFor } from './walls/scope-of.ts';

/** Something that an actor wants done with what surrounds it. */
export type UseCaseOn<Surroundings, Input, Output> = (
  surroundings: Surroundings,
  actor: Actor,
  input: Input,
) => Promise<Output>;

type Bound<Cases> = {
  readonly [Name in keyof Cases]: Cases[Name] extends UseCaseOn<never, infer Input, infer Output>
    ? (actor: Actor, input: Input) => Promise<Output>
    : never;
};

/** The same surroundings in the hands of an actor: the store shows and takes what is theirs alone. */
export const actingAs = <Surroundings extends FoundationSurroundings>(
  surroundings: Surroundings,
  actor: Actor,
): Surroundings => ({ ...surroundings, database: surroundings.database.as(scopeOf(actor, surroundings.clock.now())) });

/** In the hands of one of the platform's own jobs, which it does for an actor: what is noted is noted in their name. */
export const actingFor = <Surroundings extends FoundationSurroundings>(
  surroundings: Surroundings,
  actor: Actor,
  name: JobName,
): Surroundings => ({
  ...surroundings,
  database: surroundings.database.as(scopeOfJobFor(actor, name, surroundings.clock.now())),
});

/** In the hands of a job that answers one logged question: of the rights of others it reaches those that the question is about. */
export const answering = <Surroundings extends FoundationSurroundings>(
  surroundings: Surroundings,
  actor: Actor,
  asked: { readonly question: string; readonly caseId: string | null },
): Surroundings => {
  const scope = scopeOfAnswer(actor, 'rightSources', { ...asked, at: surroundings.clock.now() });
  return { ...surroundings, database: surroundings.database.as(scope) };
};

/** What the second wall keeps from whoever rules of access or a conflict of interest bound is no fault of ours: they asked for more than they see. */
const refusalOf = (actor: Actor, thrown: unknown): unknown => {
  if (actor.kind !== 'person' || !(thrown instanceof DatabaseFault) || thrown.sqlState !== '42501') return thrown;
  const { reach, isApart } = actor.person;
  if (reach === undefined && isApart)
    return new CaseworkError(
      'CONFLICT_OF_INTEREST',
      'Expected a case without a conflict of interest, but there is one',
    );
  if (reach === undefined) return thrown;
  return new CaseworkError('OUT_OF_REACH', `Expected something within the rules of access, but it is not`);
};

/** A room of the front door: use cases that know their surroundings, and reach the store as who calls them. */
export const room = <
  Surroundings extends FoundationSurroundings,
  Cases extends Record<string, UseCaseOn<Surroundings, never, unknown>>,
>(
  surroundings: Surroundings,
  cases: Cases,
): Bound<Cases> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, useCase]) => [
      name,
      (actor: Actor, input: never) =>
        useCase(actingAs(surroundings, actor), actor, input).catch((thrown: unknown) => {
          throw refusalOf(actor, thrown);
        }),
    ]),
  ) as Bound<Cases>;
