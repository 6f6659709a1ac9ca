import { useDemoPeople, useDemoSignIn, useSession } from '@irisflow/client';
import { Answered, Failure, Page } from '@irisflow/frame';
import { LinkButton, Notice } from '@irisflow/ui';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { isClerk } from './clerk.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { returnPath } from './return-path.ts';

const OidcSignIn = ({ returnTo }: { readonly returnTo: string }) => {
  const t = useDeskText();
  return (
    <section className="iris-stack iris-stack--tight">
      <p className="iris-muted">{t('signIn.oidc.text')}</p>
      <div>
        <LinkButton href={`/api/session/oidc?returnTo=${encodeURIComponent(`/desk${returnTo}`)}`} icon="user">
          {t('signIn.oidc')}
        </LinkButton>
      </div>
    </section>
  );
};

const DemoSignIn = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useDeskText();
  const people = useDemoPeople(true);
  const signIn = useDemoSignIn();
  return (
    <section className="iris-stack" aria-labelledby="demo-people">
      <div className="iris-stack iris-stack--tight">
        <h2 id="demo-people">{t('signIn.demo')}</h2>
        <p className="iris-muted">{t('signIn.demo.lead')}</p>
      </div>
      {signIn.isError && <Failure error={signIn.error} />}
      <Answered query={people}>
        {(all) => (
          <DemoPeople
            people={all.filter(isClerk)}
            busy={signIn.isPending}
            onChoose={(id) => signIn.mutate(id, { onSuccess: onDone })}
          />
        )}
      </Answered>
    </section>
  );
};

/** Where agents say who they are. They go back to the page they came from. */
export const SignInPage = () => {
  const t = useDeskText();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const session = useSession();
  const returnTo = returnPath(search.get('returnTo'));
  const isSignedIn = session.data !== undefined && session.data.person !== null;
  useEffect(() => {
    if (isSignedIn) navigate(returnTo, { replace: true });
  }, [isSignedIn, navigate, returnTo]);
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <Answered query={session}>
        {({ signIn }) => (
          <div className="iris-stack iris-stack--loose">
            {signIn.oidc && <OidcSignIn returnTo={returnTo} />}
            {signIn.demo && <DemoSignIn onDone={() => navigate(returnTo, { replace: true })} />}
            {!signIn.oidc && !signIn.demo && <Notice title={t('signIn.none')}>{t('signIn.none.text')}</Notice>}
          </div>
        )}
      </Answered>
    </Page>
  );
};
