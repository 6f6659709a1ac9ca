import { useSession } from '@irisflow/client';
import { Failure, LoadingPage, Page } from '@irisflow/frame';
import { Button, LinkButton, useLocale } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { ClerkProvider, isClerk } from './clerk.ts';
import { useSignOutHere } from './use-sign-out-here.ts';

const NotClerk = () => {
  const t = useDeskText();
  const locale = useLocale();
  const signOut = useSignOutHere();
  return (
    <Page title={t('signIn.notClerk')} lead={t('signIn.notClerk.text')}>
      <div className="iris-row">
        <LinkButton href={`/${locale}`}>{t('signIn.toPortal')}</LinkButton>
        <Button tone="secondary" onClick={signOut}>
          {t('signIn.other')}
        </Button>
      </div>
    </Page>
  );
};

/** Pages of the desk: visitors sign in first and come back to where they were. */
export const RequireClerk = ({ children }: { readonly children: ReactNode }) => {
  const t = useDeskText();
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
  return isClerk(person) ? <ClerkProvider value={person}>{children}</ClerkProvider> : <NotClerk />;
};
