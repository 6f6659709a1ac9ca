import { useSession } from '@irisflow/client';
import { Notice, PageHeading, PageLayout, Spinner, type Locale } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { DesignerHeader } from './DesignerHeader.tsx';
import { Failure } from './Failure.tsx';
import { Pages } from './Pages.tsx';
import { SignIn } from './SignIn.tsx';

export interface GateProps {
  onLanguage: (locale: Locale) => void;
}

const designerRoles = new Set(['analyst', 'administrator']);

/** Lets analysts in and tells everyone else what to do. */
export const Gate = ({ onLanguage }: GateProps) => {
  const t = useTexts();
  const session = useSession();
  const person = session.data?.person ?? null;
  const header = <DesignerHeader person={person} onLanguage={onLanguage} />;
  if (session.isPending)
    return (
      <PageLayout header={header}>
        <Spinner />
      </PageLayout>
    );
  if (session.isError)
    return (
      <PageLayout header={header}>
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </PageLayout>
    );
  if (person === null)
    return (
      <PageLayout header={header}>
        <SignIn session={session.data} />
      </PageLayout>
    );
  if (!person.roles.some((role) => designerRoles.has(role)))
    return (
      <PageLayout header={header}>
        <PageHeading title={t('gate.noAccess')} />
        <Notice tone="warning">{t('gate.noAccessText', { name: person.name })}</Notice>
      </PageLayout>
    );
  return <Pages header={header} />;
};
