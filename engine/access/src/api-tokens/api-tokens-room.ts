import type { Surroundings } from '../surroundings.ts';
import { room } from '../use-case.ts';
import { admitApiToken } from './admit-api-token.ts';
import { listApiTokens, renewApiToken, revokeApiToken } from './keep-tokens.ts';
import { makeApiToken } from './make-token.ts';

/** Other systems of an administration: the tokens that let them in, and what each may do. */
export const apiTokensRoom = (surroundings: Surroundings) =>
  room(surroundings, { makeApiToken, listApiTokens, renewApiToken, revokeApiToken, admitApiToken });
