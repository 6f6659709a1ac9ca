import { ProblemError } from '@irisflow/client';
import { useLocation, useSearch } from 'wouter';
import { signInPath } from './return-path.ts';

/** Levels of assurance that a sign-in can be asked for. */
export const assuranceLevels = ['substantial', 'high'] as const;
export type AskedLevel = (typeof assuranceLevels)[number];

/** How strongly one has to sign in for what was refused; undefined where any sign-in will do. */
export const levelNeeded = (error: unknown): AskedLevel | undefined => {
  if (!(error instanceof ProblemError) || error.problem.code !== 'ASSURANCE_NEEDED') return undefined;
  const params = error.problem.errors?.[0]?.params;
  return assuranceLevels.find((level) => level === params?.['level']);
};

/**
 * The sign-in page that leads back to this very page, with what its address asks for; on the sign-in page, that page. After a
 * refusal it asks for as strong a sign-in as that takes.
 */
export const useSignInPath = (refusal?: unknown): string => {
  const [path] = useLocation();
  const search = useSearch();
  const here = search === '' ? path : `${path}?${search}`;
  const level = levelNeeded(refusal);
  if (path === '/sign-in') return here;
  return level === undefined ? signInPath(here) : `${signInPath(here)}&level=${level}`;
};
