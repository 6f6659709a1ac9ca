import { useSignOut, type PersonView } from '@irisflow/client';
import { AppHeader, Menu, type Locale } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

export interface DesignerHeaderProps {
  person: PersonView | null;
  onLanguage: (locale: Locale) => void;
}

const Account = ({ person }: { person: PersonView }) => {
  const t = useTexts();
  const signOut = useSignOut('/designer/');
  return (
    <Menu
      icon="user"
      label={person.name}
      items={[{ id: 'sign-out', label: t('header.signOut'), onSelect: () => signOut.mutate() }]}
    />
  );
};

export const DesignerHeader = ({ person, onLanguage }: DesignerHeaderProps) => {
  const t = useTexts();
  return (
    <AppHeader
      brand={{ href: '/', product: t('app.name') }}
      onLanguage={onLanguage}
      account={person === null ? undefined : <Account person={person} />}
    />
  );
};
