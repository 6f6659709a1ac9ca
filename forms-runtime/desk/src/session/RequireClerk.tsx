import { useSession } from '@irisflow/client';
import { RefusalPage, RequireSignIn } from '@irisflow/frame';
import { LinkButton, useLocale } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { isAccountant, isAdministrator, isAuditReader, isClerk, isSupervisor } from './clerk.ts';

const NotClerk = () => {
  const t = useDeskText();
  const locale = useLocale();
  const { data: session } = useSession();
  // Who keeps the books alone has their pages here.
  if (session?.person && isAccountant(session.person)) return <Redirect to="/money" replace />;
  // Who reads the audit alone has one page here.
  if (session?.person && isAuditReader(session.person)) return <Redirect to="/audit" replace />;
  return (
    <RefusalPage title={t('signIn.notClerk')} lead={t('signIn.notClerk.text')}>
      <LinkButton href={`/${locale}`}>{t('signIn.toPortal')}</LinkButton>
    </RefusalPage>
  );
};

/** Administrators who handle no files find what is theirs. */
const Elsewhere = () => {
  const { data: session } = useSession();
  return session?.person && isAdministrator(session.person) ? <Redirect to="/administration" replace /> : <NotClerk />;
};

/** Clerks know that they are at the right desk, and at a page of somebody else. */
const NotAdministrator = () => {
  const t = useDeskText();
  const { data: session } = useSession();
  if (!session?.person || !isClerk(session.person)) return <NotClerk />;
  return (
    <RefusalPage title={t('signIn.notAdministrator')} lead={t('signIn.notAdministrator.text')}>
      <LinkButton href="/">{t('signIn.toTasks')}</LinkButton>
    </RefusalPage>
  );
};

/** Pages for administrators of people. */
export const RequireAdministrator = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isAdministrator} refusal={<NotAdministrator />}>
    {children}
  </RequireSignIn>
);

/** Pages for anybody who is signed in. */
export const RequireAnybody = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={() => true} refusal={null}>
    {children}
  </RequireSignIn>
);

/** Clerks who do not answer for the work of others find their own. */
const OwnWork = () => {
  const { data: session } = useSession();
  return session?.person && isClerk(session.person) ? <Redirect to="/" replace /> : <Elsewhere />;
};

/** Pages for whoever answers for the work of an office. */
export const RequireSupervisor = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isSupervisor} refusal={<OwnWork />}>
    {children}
  </RequireSignIn>
);

/** Clerks and administrators know that they are at the right desk, and at a page of somebody else. */
const NotAccountant = () => {
  const t = useDeskText();
  const { data: session } = useSession();
  if (!session?.person || !isClerk(session.person)) return <Elsewhere />;
  return (
    <RefusalPage title={t('money.refused')} lead={t('signIn.notAdministrator.text')}>
      <LinkButton href="/">{t('signIn.toTasks')}</LinkButton>
    </RefusalPage>
  );
};

/** Pages for whoever keeps the books. */
export const RequireAccountant = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isAccountant} refusal={<NotAccountant />}>
    {children}
  </RequireSignIn>
);

/** Pages for those who handle the cases of an administration, and for those who administer its people. */
export const RequireOffice = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn
    isWelcome={(person) => isClerk(person) || (isAdministrator(person) && person.administration !== null)}
    refusal={<Elsewhere />}
  >
    {children}
  </RequireSignIn>
);

/** Pages of the desk, for those who work there. */
export const RequireClerk = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isClerk} refusal={<Elsewhere />}>
    {children}
  </RequireSignIn>
);
