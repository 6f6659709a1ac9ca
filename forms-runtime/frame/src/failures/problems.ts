import { ConnectionError, ProblemError } from '@irisflow/client';
import { createContext, use } from 'react';
import type { AskedKey, FrameKey } from '../texts/frame-texts.ts';

/** What a person reads when something went wrong, by the keys of its texts. */
export interface ProblemTexts<Key extends string = string> {
  readonly title: Key;
  readonly text?: Key;
}

/** Problems that an application knows, by the platform's code or else by the status of its answer. */
export type Problems<Key extends string = string> = Readonly<Record<string, ProblemTexts<Key>>>;

const ProblemsContext = createContext<Problems>({});

export const ProblemsProvider = ProblemsContext;

type Shared = ProblemTexts<FrameKey | AskedKey>;

const noConnection: Shared = { title: 'failure.connection', text: 'failure.connection.text' };
const notFound: Shared = { title: 'failure.notFound', text: 'failure.notFound.text' };
const tooWeak: Shared = { title: 'signIn.stronger.title', text: 'signIn.stronger.text' };
const unknown: Shared = { title: 'failure.title', text: 'failure.text' };

const problemTexts = (error: unknown, known: Problems): ProblemTexts => {
  if (error instanceof ConnectionError) return noConnection;
  if (!(error instanceof ProblemError)) return unknown;
  const { code, status } = error.problem;
  if (code === 'ASSURANCE_NEEDED') return tooWeak;
  return known[code] ?? known[status] ?? (status === 404 ? notFound : unknown);
};

/** The texts of what went wrong, as this application says it. */
export const useProblemTexts = (error: unknown): ProblemTexts => problemTexts(error, use(ProblemsContext));

/** The platform's code for a refusal; undefined for anything else that went wrong. */
export const problemCode = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.code : undefined;

/** Whether the platform does not know any more who asks. */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401;
