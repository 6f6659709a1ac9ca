import { Skeleton } from '@irisflow/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './Failure.tsx';

export interface AnsweredProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'isError' | 'error' | 'refetch'>;
  readonly children: (answer: T) => ReactNode;
}

/** The answer of a question to the platform, or its quiet shape while it loads, or what went wrong. */
export const Answered = <T,>({ query, children }: AnsweredProps<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={4} />;
};
