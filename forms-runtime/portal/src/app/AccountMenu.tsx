import { useSession } from '@irisflow/client';
import { useSignInPath, useSignOutHere } from '@irisflow/frame';
import { LinkButton, Menu } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { usePortalText } from '../texts/portal-texts.ts';

/** Sign-in for visitors; the own pages and sign-out for who is signed in. */
export const AccountMenu = () => {
  const t = usePortalText();
  const signOut = useSignOutHere();
  const [, navigate] = useLocation();
  const signIn = useSignInPath();
  const { data: session } = useSession();
  if (session === undefined) return null;
  if (session.person === null)
    return (
      <LinkButton href={signIn} tone="secondary" size="small" icon="user">
        <span className="iris-button__text">{t('account.signIn')}</span>
      </LinkButton>
    );
  const items = [
    { id: 'cases', label: t('nav.cases'), icon: 'file' as const, onSelect: () => navigate('/my/cases') },
    { id: 'payments', label: t('payment.menu'), icon: 'file' as const, onSelect: () => navigate('/my/payments') },
    { id: 'rights', label: t('right.menu'), icon: 'check' as const, onSelect: () => navigate('/my/rights') },
    {
      id: 'appointments',
      label: t('appointment.menu'),
      icon: 'clock' as const,
      onSelect: () => navigate('/my/appointments'),
    },
    { id: 'data', label: t('nav.data'), icon: 'search' as const, onSelect: () => navigate('/my/data') },
    {
      id: 'mandates',
      label: t('acting.menu'),
      icon: 'user' as const,
      onSelect: () => navigate('/my/mandates'),
    },
    { id: 'party', label: t('party.menu'), icon: 'file' as const, onSelect: () => navigate('/my/party') },
    { id: 'account', label: t('account.title'), icon: 'user' as const, onSelect: () => navigate('/my/account') },
    { id: 'out', label: t('account.signOut'), icon: 'lock' as const, onSelect: signOut },
  ];
  return <Menu label={<span className="iris-button__text">{session.person.name}</span>} icon="user" items={items} />;
};
