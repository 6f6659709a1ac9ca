import { useSession } from '@irisflow/client';
import { useSignOutHere } from '@irisflow/frame';
import { Menu } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';

export interface AccountMenuProps {
  readonly onShortcuts: () => void;
}

/** Who is at the desk, the keyboard help and the way out. */
export const AccountMenu = ({ onShortcuts }: AccountMenuProps) => {
  const t = useDeskText();
  const signOut = useSignOutHere();
  const [, navigate] = useLocation();
  const { data: session } = useSession();
  if (!session?.person) return null;
  const items = [
    { id: 'keys', label: t('keys.title'), icon: 'info' as const, onSelect: onShortcuts },
    { id: 'account', label: t('account.title'), icon: 'user' as const, onSelect: () => navigate('/account') },
    { id: 'out', label: t('account.signOut'), icon: 'lock' as const, onSelect: signOut },
  ];
  return <Menu label={session.person.name} icon="user" items={items} />;
};
