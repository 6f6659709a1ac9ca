import { useDemoPeople, useDemoSignIn, useSession } from '@irisflow/client';
import { Answered, Failure, Page } from '@irisflow/frame';
import { LinkButton, Notice, useLocale } from '@irisflow/ui';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { localePath } from '../app/locale-path.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { returnPath } from './return-path.ts';

const OidcSignIn = ({ returnTo }: { readonly returnTo: string }) => {
  const t = usePortalText();
  const locale = useLocale();
  const target = encodeURIComponent(localePath(locale, returnTo));
  return (
    <section className="iris-stack iris-stack--tight">
      <p className="iris-muted">{t('signIn.oidc.text')}</p>
      <div>
        <LinkButton href={`/api/session/oidc?returnTo=${target}`} icon="user">
          {t('signIn.oidc')}
        </LinkButton>
      </div>
    </section>
  );
};

const DemoSignIn = ({ onDone }: { readonly onDone: () => void }) => {
  const t = usePortalText();
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
            people={all.filter(({ roles }) => roles.includes('citizen'))}
            busy={signIn.isPending}
            onChoose={(id) => signIn.mutate(id, { onSuccess: onDone })}
          />
        )}
      </Answered>
    </section>
  );
};

/** Where visitors say who they are. They go back to the page they came from. */
export const SignInPage = () => {
  const t = usePortalText();
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
