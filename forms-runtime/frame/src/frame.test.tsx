import { installPlatform, refusal, type Reply } from './testing/index.ts';
import { answer, createQueryClient, platform, type PersonView } from '@irisflow/client';
import { AppLink, TextField, useT, type Locale, type Messages } from '@irisflow/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import {
  Answered,
  ApplicationFrame,
  MoreTexts,
  NotFoundPage,
  Page,
  PageBoundary,
  RefusalPage,
  RequireSignIn,
  SignInPage,
  textSource,
  usePerson,
  type AskedKey,
} from './index.ts';

const words: Messages<AskedKey> & Messages = {
  'failure.text': 'Réessayez plus tard.',
  'failure.connection.text': 'Vérifiez le réseau.',
  'failure.notFound.text': 'Il n’existe pas.',
  'notFound.text': 'Vérifiez l’adresse.',
  'notFound.home': 'Accueil',
  'signIn.title': 'Qui êtes-vous ?',
  'signIn.lead': 'Pour les agents.',
  'signIn.oidc': 'Avec ma carte',
  'signIn.oidc.text': 'Une carte suffit.',
  'signIn.demo': 'Démonstration',
  'signIn.demo.lead': 'Choisissez quelqu’un.',
  'signIn.as': 'Continuer comme {name}',
  'signIn.empty': 'Personne',
  'signIn.none': 'Pas encore',
  'signIn.none.text': 'Revenez.',
  'ink.title': 'Plus d’encre',
  'gone.title': 'La session est finie',
};

const loadTexts = async (): Promise<Messages<AskedKey>> => words;

const problems = { NO_INK: { title: 'ink.title' }, 401: { title: 'gone.title' } };

const isWelcome = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('agent');

const agent: PersonView = { id: 'a1', name: 'Zoé', roles: ['agent'], groups: [], language: 'fr', administration: null };
const citizen: PersonView = { ...agent, id: 'c1', name: 'Amina', roles: ['citizen'] };
const demoPeople = [agent, citizen].map((person) => ({ ...person, story: { fr: 'Une histoire', nl: 'x', en: 'x' } }));

const sessionOf = (person: PersonView | null) => ({
  person,
  csrfToken: person && 'token',
  signIn: { demo: true, oidc: true },
});

const Cases = () => {
  const { name } = usePerson();
  const cases = useQuery({ queryKey: ['cases'], queryFn: () => answer(platform.GET('/api/my/cases')), retry: false });
  return (
    <Page title={`Dossiers de ${name}`}>
      <Answered query={cases}>{(all) => <p>{all.length} dossiers</p>}</Answered>
      <AppLink href="/broken">Plus loin</AppLink>
    </Page>
  );
};

const Broken = (): never => {
  throw new Error('Expected a page, but it is broken.');
};

const elsewhere = (
  <RefusalPage title="Pas pour vous" lead="Allez ailleurs.">
    <AppLink href="/fr">Ailleurs</AppLink>
  </RefusalPage>
);

const Small = () => (
  <QueryClientProvider client={createQueryClient()}>
    <Router base="/small">
      <ApplicationFrame locale="fr" loadTexts={loadTexts} problems={problems}>
        <PageBoundary>
          <Switch>
            <Route path="/sign-in">
              <SignInPage isWelcome={isWelcome} />
            </Route>
            <Route path="/cases">
              <RequireSignIn isWelcome={isWelcome} refusal={elsewhere}>
                <Cases />
              </RequireSignIn>
            </Route>
            <Route path="/broken">
              <Broken />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </PageBoundary>
      </ApplicationFrame>
    </Router>
  </QueryClientProvider>
);

interface Opening {
  readonly person: PersonView | null;
  readonly cases?: Reply;
}

/** Opens an address of a small application for somebody. */
const open = (address: string, { person, cases = { body: [] } }: Opening) => {
  let session = sessionOf(person);
  installPlatform(({ method, path }) => {
    if (path === '/api/session/demo-people') return { body: demoPeople };
    if (path === '/api/my/cases') return cases;
    if (path === '/api/session/demo') session = sessionOf(agent);
    if (method === 'DELETE') session = sessionOf(null);
    return method === 'DELETE' ? { status: 204 } : { body: session };
  });
  window.history.replaceState(null, '', address);
  render(<Small />);
  return userEvent.setup();
};

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const place = () => window.location.pathname + window.location.search;

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('personal pages', () => {
  test('send a visitor to sign in and bring them back, with what they asked for', async () => {
    const user = open('/small/cases?sort=due', { person: null });
    await heading('Qui êtes-vous ?');
    expect(place()).toBe('/small/sign-in?returnTo=%2Fcases%3Fsort%3Ddue');

    await user.click(await screen.findByRole('button', { name: 'Continuer comme Zoé' }));

    await heading('Dossiers de Zoé');
    expect(place()).toBe('/small/cases?sort=due');
    expect(document.title).toBe('Dossiers de Zoé – Irisflow');
  });

  test('offer the people they are for, and the way back from an identity provider', async () => {
    open('/small/sign-in?returnTo=%2Fcases', { person: null });

    await screen.findByRole('button', { name: 'Continuer comme Zoé' });

    expect(screen.queryByRole('button', { name: 'Continuer comme Amina' })).toBeNull();
    const provider = screen.getByRole('link', { name: 'Avec ma carte' });
    expect(provider.getAttribute('href')).toBe('/api/session/oidc?returnTo=%2Fsmall%2Fcases');
  });

  test('tell everybody else where to go, or to sign in as somebody else', async () => {
    const user = open('/small/cases', { person: citizen });
    await heading('Pas pour vous');
    expect(screen.getByRole('link', { name: 'Ailleurs' }).getAttribute('href')).toBe('/fr');

    await user.click(screen.getByRole('button', { name: 'Se connecter comme quelqu’un d’autre' }));

    await waitFor(() => expect(place()).toBe('/small/'));
  });
});

describe('what went wrong', () => {
  test.each([
    ['the application knows by its code', refusal(409, 'NO_INK'), 'Plus d’encre'],
    ['the platform did not find', refusal(404, 'NOT_FOUND'), 'Il n’existe pas.'],
    ['nobody knows', refusal(409, 'NEVER_SEEN'), 'Réessayez plus tard.'],
    ['the line lost', 'connection lost', 'Vérifiez le réseau.'],
  ] as const)('is told in the words for what %s', async (_, cases, text) => {
    open('/small/cases', { person: agent, cases });

    const alert = await screen.findByRole('alert');

    expect(alert.textContent).toContain(text);
    expect(screen.getByRole('button', { name: 'Réessayer' })).toBeDefined();
  });

  test('is a session that ended: sign in again, here', async () => {
    open('/small/cases', { person: agent, cases: refusal(401, 'NOT_SIGNED_IN') });

    const again = await screen.findByRole('link', { name: 'Se connecter' });

    expect(screen.getByRole('alert').textContent).toContain('La session est finie');
    expect(again.getAttribute('href')).toBe('/small/sign-in?returnTo=%2Fcases');
  });

  test('is a broken page: another page is another chance', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const user = open('/small/cases', { person: agent });
    await user.click(await screen.findByRole('link', { name: 'Plus loin' }));
    await heading('Quelque chose n’a pas marché');

    window.history.back();

    expect(await heading('Dossiers de Zoé')).toBeDefined();
  });

  test('is an address that leads nowhere', async () => {
    open('/small/nowhere', { person: null });

    await heading('Cette page n’existe pas');
    expect(screen.getByRole('link', { name: 'Accueil' }).getAttribute('href')).toBe('/small/');
  });
});

describe('texts that only some pages need', () => {
  const more = textSource({
    fr: async () => ({ greeting: 'Bienvenue' }),
    nl: async () => ({ greeting: 'Welkom' }),
    en: async () => ({ greeting: 'Welcome' }),
  });

  const Greeting = () => {
    const t = useT();
    const [name, setName] = useState('');
    return (
      <>
        <p>{t('greeting')}</p>
        <p>{t('ink.title')}</p>
        <TextField id="name" label="name" value={name} onChange={setName} />
      </>
    );
  };

  const In = ({ locale }: { readonly locale: Locale }) => (
    <ApplicationFrame locale={locale} loadTexts={loadTexts} problems={problems}>
      <MoreTexts texts={more}>
        <Greeting />
      </MoreTexts>
    </ApplicationFrame>
  );

  test('come beside the others, and another language loses nothing that was typed', async () => {
    const user = userEvent.setup();
    const { rerender } = render(<In locale="fr" />);
    expect(await screen.findByText('Bienvenue')).toBeDefined();
    expect(screen.getByText('Plus d’encre')).toBeDefined();
    await user.type(screen.getByLabelText('name'), 'Amina');

    rerender(<In locale="nl" />);

    expect(await screen.findByText('Welkom')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('name').value).toBe('Amina');
  });
});
