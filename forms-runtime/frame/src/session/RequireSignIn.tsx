import { useIsSigningOut, useSession, type PersonView } from '@irisflow/client';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { Failure } from '../failures/Failure.tsx';
import { LoadingPage } from '../pages/LoadingPage.tsx';
import { Page } from '../pages/Page.tsx';
import { useFrameText } from '../texts/frame-texts.ts';
import { PersonProvider } from './person.ts';
import { useSignInPath } from './use-sign-in-path.ts';

export interface RequireSignInProps {
  /** Whom these pages are for. */
  readonly isWelcome: (person: PersonView) => boolean;
  /** What everybody else sees. */
  readonly refusal: ReactNode;
  readonly children: ReactNode;
}

/** Personal pages: visitors sign in first and come back to where they were. */
export const RequireSignIn = ({ isWelcome, refusal, children }: RequireSignInProps) => {
  const t = useFrameText();
  const signIn = useSignInPath();
  const session = useSession();
  const isLeaving = useIsSigningOut();
  if (session.isError && session.data === undefined)
    return (
      <Page title={t('failure.title')}>
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Page>
    );
  if (session.data === undefined || isLeaving) return <LoadingPage />;
  const { person } = session.data;
  if (person === null) return <Redirect to={signIn} replace />;
  return isWelcome(person) ? <PersonProvider value={person}>{children}</PersonProvider> : refusal;
};
