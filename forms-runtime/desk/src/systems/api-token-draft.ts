import type { ApiTokenView } from '@irisflow/client';
import { keysOf, type ChosenProcedures } from './ProcedureChoice.tsx';
import { wrongEnd } from './token-days.ts';
import type { ApiTokenToMake } from './use-api-tokens.ts';

export type ApiScope = ApiTokenView['scopes'][number];

/** In the order in which they are offered: what reads before what writes. */
export const apiScopes = [
  'cases.read',
  'files.read',
  'numbers.read',
  'cases.open',
  'registers.tell',
] as const satisfies readonly ApiScope[];

export interface ApiTokenDraft {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly procedures: ChosenProcedures;
  /** One a line. */
  readonly addresses: string;
  readonly lastDay: string | undefined;
}

export const blankToken: ApiTokenDraft = {
  name: '',
  scopes: [],
  procedures: { which: 'some', keys: [] },
  addresses: '',
  lastDay: undefined,
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As the platform takes it; undefined while something is missing. */
export const tokenOf = (draft: ApiTokenDraft, today: string): ApiTokenToMake | undefined => {
  const { scopes, lastDay } = draft;
  const name = draft.name.trim();
  const procedures = keysOf(draft.procedures);
  if (name === '' || scopes.length === 0 || procedures === undefined) return undefined;
  if (lastDay === undefined || wrongEnd(lastDay, today) !== undefined) return undefined;
  const addresses = linesOf(draft.addresses);
  return { name, scopes, procedures, addresses: addresses.length === 0 ? null : addresses, lastDay };
};
