import { useDemoPeople, useDemoSignIn, useFreshSession, type DemoPersonView, type PersonView } from '@irisflow/client';
import { LinkButton, Notice } from '@irisflow/ui';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useRouter, useSearchParams } from 'wouter';
import { Answered } from '../failures/Answered.tsx';
import { Failure } from '../failures/Failure.tsx';
import { Page } from '../pages/Page.tsx';
import { useFrameText } from '../texts/frame-texts.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { returnPath } from './return-path.ts';
import { assuranceLevels, type AskedLevel } from './use-sign-in-path.ts';

/** For whom a sign-in was too weak, as the address says after the platform refused one. */
type Refused = 'citizen' | 'staff' | AskedLevel;
const refusals: readonly Refused[] = ['citizen', 'staff', ...assuranceLevels];

const TooWeak = ({ refused }: { readonly refused: Refused }) => {
  const t = useFrameText();
  return (
    <Notice tone="warning" title={t(`signIn.refused.${refused}`)} live>
      {t(`signIn.refused.${refused}.text`)}
    </Notice>
  );
};

interface OidcSignInProps {
  readonly returnTo: string;
  /** What the sign-in is for, where that is more than being known. */
  readonly need: Refused | undefined;
}

const OidcSignIn = ({ returnTo, need }: OidcSignInProps) => {
  const t = useFrameText();
  const { base } = useRouter();
  const query = new URLSearchParams({
    returnTo: `${base}${returnTo}`,
    ...(need !== undefined && { assurance: need }),
  });
  return (
    <section className="iris-stack iris-stack--tight">
      <p className="iris-muted">{t('signIn.oidc.text')}</p>
      <div>
        <LinkButton href={`/api/session/oidc?${query.toString()}`} icon="user">
          {t('signIn.oidc')}
        </LinkButton>
      </div>
    </section>
  );
};

export interface SignInPageProps {
  /** Whom the application is for: the demonstration offers these people. */
  readonly isWelcome: (person: Pick<PersonView, 'roles'>) => boolean;
  readonly tagOf?: (person: DemoPersonView) => ReactNode;
}

interface DemoSignInProps extends SignInPageProps {
  readonly onDone: () => void;
}

const DemoSignIn = ({ isWelcome, tagOf, onDone }: DemoSignInProps) => {
  const t = useFrameText();
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
            people={all.filter(isWelcome)}
            busy={signIn.isPending}
            onChoose={(id) => signIn.mutate(id, { onSuccess: onDone })}
            tagOf={tagOf}
          />
        )}
      </Answered>
    </section>
  );
};

/**
 * Where people say who they are. They go back to the page they came from, at once when they are signed in: the platform is asked, for a
 * page that remembers a session which is over would send them here and back for ever.
 */
export const SignInPage = (props: SignInPageProps) => {
  const t = useFrameText();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const session = useFreshSession();
  const returnTo = returnPath(search.get('returnTo'));
  const refused = refusals.find((known) => known === search.get('refused'));
  const level = assuranceLevels.find((known) => known === (search.get('level') ?? refused));
  const isSignedIn = session.data !== undefined && session.data.person !== null;
  useEffect(() => {
    // Whoever came to sign in more strongly is signed in, and stays to do so.
    if (isSignedIn && level === undefined) navigate(returnTo, { replace: true });
  }, [isSignedIn, level, navigate, returnTo]);
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <Answered query={session}>
        {({ signIn }) => (
          <div className="iris-stack iris-stack--loose">
            {refused !== undefined && <TooWeak refused={refused} />}
            {refused === undefined && level !== undefined && (
              <Notice title={t('signIn.stronger.title')}>{t('signIn.stronger.text')}</Notice>
            )}
            {signIn.oidc && <OidcSignIn returnTo={returnTo} need={refused ?? level} />}
            {signIn.demo && <DemoSignIn {...props} onDone={() => navigate(returnTo, { replace: true })} />}
            {!signIn.oidc && !signIn.demo && <Notice title={t('signIn.none')}>{t('signIn.none.text')}</Notice>}
          </div>
        )}
      </Answered>
    </Page>
  );
};
