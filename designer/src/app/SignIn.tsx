import { useDemoPeople, useDemoSignIn, type DemoPersonView, type SessionView } from '@irisflow/client';
import { Button, Notice, PageHeading, Skeleton } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { Failure } from './Failure.tsx';

const isDesigner = (person: DemoPersonView): boolean =>
  person.roles.includes('analyst') || person.roles.includes('administrator');

const DemoPeople = () => {
  const t = useTexts();
  const people = useDemoPeople(true);
  const signIn = useDemoSignIn();
  if (people.isPending) return <Skeleton lines={4} />;
  if (people.isError) return <Failure error={people.error} onRetry={() => void people.refetch()} />;
  return (
    <>
      <ul className="people">
        {people.data.filter(isDesigner).map((person) => (
          <li key={person.id}>
            <div>
              <h2>{person.name}</h2>
              <p>{person.story[t.locale]}</p>
            </div>
            <Button busy={signIn.isPending} onClick={() => signIn.mutate(person.id)}>
              {t('signIn.as', { name: person.name })}
            </Button>
          </li>
        ))}
      </ul>
      {signIn.isError && <Failure error={signIn.error} />}
    </>
  );
};

/** Asks who is there. The demonstration offers its people; a production system its sign-in. */
export const SignIn = ({ session }: { session: SessionView }) => {
  const t = useTexts();
  return (
    <>
      <PageHeading title={t('signIn.title')} lead={t('signIn.lead')} />
      {new URLSearchParams(window.location.search).has('refused') && (
        <Notice tone="warning" title={t('signIn.refused')} live>
          {t('signIn.refused.text')}
        </Notice>
      )}
      {session.signIn.oidc && (
        <p>
          <a className="iris-button" href="/api/session/oidc?returnTo=/designer/">
            {t('signIn.organization')}
          </a>
        </p>
      )}
      {session.signIn.demo && <DemoPeople />}
      {!session.signIn.demo && !session.signIn.oidc && <Notice tone="warning">{t('signIn.none')}</Notice>}
    </>
  );
};
