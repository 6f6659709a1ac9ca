import { createHash } from 'node:crypto';
import { pathOfScope, pointerOf, processBindings, readAt, writeAt, type CompiledForm } from '@irisflow/forms';
import { canonicalJson } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import type { FormData } from '@irisflow/foundation';

/** What a person proposed to a second one: every value that their form gave to the process, by the path of its variable. */
export type Proposal = Readonly<Record<string, unknown>>;

const pathOf = (path: string): string[] => path.split('.');

/** What a form proposes: all that it sends to the process, but what is masked in it. */
export const proposalOf = (form: CompiledForm, data: FormData, masked: readonly string[] = []): Proposal =>
  Object.fromEntries(
    processBindings(form)
      .out.filter(({ from }) => !masked.includes(pointerOf(pathOfScope(from))))
      .map(({ from, to }) => [to, readAt(data, pathOfScope(from)) ?? null]),
  );

export const hashOfProposal = (proposal: Proposal): string =>
  createHash('sha256').update(canonicalJson(proposal)).digest('base64url');

/** A proposal as the variables of a process. */
export const variablesOfProposal = (proposal: Proposal): Variables =>
  Object.entries(proposal).reduce<Variables>((variables, [path, value]) => writeAt(variables, pathOf(path), value), {});

/** What the process has now where the proposal has its values. */
export const foundOf = (proposal: Proposal, variables: Variables): Proposal =>
  Object.fromEntries(
    Object.entries(proposal)
      // A variable that cannot be seen from here was not changed.
      .filter(([path]) => Object.hasOwn(variables, pathOf(path)[0] ?? ''))
      .map(([path]) => [path, readAt(variables, pathOf(path)) ?? null]),
  );

/** The paths at which the process has something else than what was proposed. */
export const changedPaths = (proposal: Proposal, variables: Variables): string[] =>
  Object.entries(foundOf(proposal, variables))
    .filter(([path, value]) => canonicalJson(value) !== canonicalJson(proposal[path]))
    .map(([path]) => path);
