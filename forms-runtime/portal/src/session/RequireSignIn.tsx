import { useSession } from '@irisflow/client';
import { Failure, LoadingPage, Page } from '@irisflow/frame';
import { Button, LinkButton } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { usePortalText } from '../texts/portal-texts.ts';
import { useSignOutHere } from './use-sign-out-here.ts';

const NotCitizen = () => {
  const t = usePortalText();
  const signOut = useSignOutHere();
  return (
    <Page title={t('signIn.notCitizen')} lead={t('signIn.notCitizen.text')}>
      <div className="iris-row">
        <LinkButton href="/desk/">{t('signIn.toDesk')}</LinkButton>
        <Button tone="secondary" onClick={signOut}>
          {t('signIn.other')}
        </Button>
      </div>
    </Page>
  );
};

/** Personal pages: visitors sign in first and come back to where they were. */
export const RequireSignIn = ({ children }: { readonly children: ReactNode }) => {
  const t = usePortalText();
  const [path] = useLocation();
  const search = useSearch();
  const session = useSession();
  if (session.isError && session.data === undefined)
    return (
      <Page title={t('failure.title')}>
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Page>
    );
  if (session.data === undefined) return <LoadingPage />;
  const { person } = session.data;
  if (person === null) {
    const here = search === '' ? path : `${path}?${search}`;
    return <Redirect to={`/sign-in?returnTo=${encodeURIComponent(here)}`} replace />;
  }
  return person.roles.includes('citizen') ? children : <NotCitizen />;
};
