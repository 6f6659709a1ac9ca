import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

const isFinal = (error: unknown): boolean => error instanceof ProblemError && error.problem.status < 500;

/** One cache an app. A refusal is final; a lost connection is tried twice more. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => !isFinal(error) && failures < 2 },
      mutations: { retry: false },
    },
  });
