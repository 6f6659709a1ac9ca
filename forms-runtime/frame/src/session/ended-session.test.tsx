import { installPlatform, refusal, type SeenRequest } from '../testing/index.ts';
import { answer, createQueryClient, platform, type PersonView } from '@irisflow/client';
import type { Messages } from '@irisflow/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { Answered, ApplicationFrame, Page, RequireSignIn, SignInPage, type AskedKey } from '../index.ts';

const words = { 'signIn.title': 'Qui êtes-vous ?', 'signIn.as': 'Continuer comme {name}' };
const loadTexts = async () => words as unknown as Messages<AskedKey>;
const problems = { 401: { title: 'problem.signedOut' } };

const zoe: PersonView = { id: 'a1', name: 'Zoé', roles: ['agent'], groups: [], language: 'fr', administration: null };
const everybody = (): boolean => true;

/** A platform on which a session can end while pages still believe in it. */
const openPlatform = () => {
  const state = { person: zoe as PersonView | null, token: 'first' };
  const signIn = { demo: true, oidc: false };
  const sessionView = () => ({ person: state.person, csrfToken: state.person && state.token, signIn });
  const personal = ({ method, path }: SeenRequest) => {
    if (state.person === null) return refusal(401, 'SIGN_IN_NEEDED');
    return { body: method === 'GET' && path === '/api/my/cases' ? [] : {} };
  };
  const seen = installPlatform((request) => {
    const { method, path } = request;
    if (path === '/api/session/demo-people') return { body: [{ ...zoe, story: { fr: 'x', nl: 'x', en: 'x' } }] };
    if (path === '/api/session/demo') Object.assign(state, { person: zoe, token: 'second' });
    if (path === '/api/session/demo' || (path === '/api/session' && method === 'GET')) return { body: sessionView() };
    return personal(request);
  });
  return { state, seen };
};

const Cases = () => {
  const cases = useQuery({ queryKey: ['cases'], queryFn: () => answer(platform.GET('/api/my/cases')), retry: false });
  return (
    <Page title="Dossiers">
      <Answered query={cases}>{(all) => <p>{all.length} dossiers</p>}</Answered>
    </Page>
  );
};

const elsewhere = <p>Pas pour vous</p>;

const open = (address: string) => {
  window.history.replaceState(null, '', address);
  const queries = createQueryClient();
  render(
    <QueryClientProvider client={queries}>
      <Router base="/small">
        <ApplicationFrame locale="fr" loadTexts={loadTexts} problems={problems}>
          <Switch>
            <Route path="/sign-in">
              <SignInPage isWelcome={everybody} />
            </Route>
            <Route path="/cases">
              <RequireSignIn isWelcome={everybody} refusal={elsewhere}>
                <Cases />
              </RequireSignIn>
            </Route>
            <Route>
              <p>Accueil</p>
            </Route>
          </Switch>
        </ApplicationFrame>
      </Router>
    </QueryClientProvider>,
  );
  return { queries, user: userEvent.setup() };
};

const place = () => window.location.pathname + window.location.search;

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('who comes to sign in again is asked who they are, though the page still remembers them', async () => {
  const { state } = openPlatform();
  const { queries, user } = open('/small/cases?sort=due');
  await screen.findByText('0 dossiers');

  // when the session ends behind the page's back
  state.person = null;
  await queries.resetQueries({ queryKey: ['cases'] });
  await user.click(await screen.findByRole('link', { name: 'Se connecter' }));

  // then
  await screen.findByRole('heading', { level: 1, name: 'Qui êtes-vous ?' });
  expect(place()).toBe('/small/sign-in?returnTo=%2Fcases%3Fsort%3Ddue');
  await user.click(await screen.findByRole('button', { name: 'Continuer comme Zoé' }));
  await screen.findByText('0 dossiers');
  expect(place()).toBe('/small/cases?sort=due');
});

test('who comes to sign in while signed in goes on where they wanted to go', async () => {
  openPlatform();
  open('/small/sign-in?returnTo=%2Fcases');

  await screen.findByText('0 dossiers');

  expect(place()).toBe('/small/cases');
});

test('a change goes through when the person signed in again in another tab', async () => {
  const { state, seen } = openPlatform();
  open('/small/cases');
  await screen.findByText('0 dossiers');
  const plain = fetch;
  vi.stubGlobal('fetch', async (request: Request) =>
    request.method === 'PUT' && request.headers.get('x-csrf-token') !== state.token
      ? Response.json({ code: 'CSRF_TOKEN_NEEDED', status: 403 }, { status: 403 })
      : plain(request),
  );

  state.token = 'of another tab';
  const body = { data: { name: 'Zoé' }, language: 'fr' as const, revision: 1 };
  await answer(platform.PUT('/api/applications/{draftId}', { params: { path: { draftId: 'd1' } }, body }));

  expect(seen.filter(({ method }) => method === 'PUT').map((request) => request.body)).toEqual([body]);
});

test('nothing is changed in the name of somebody else who signed in in another tab', async () => {
  const { state } = openPlatform();
  open('/small/cases');
  await screen.findByText('0 dossiers');
  vi.stubGlobal('fetch', async (request: Request) =>
    request.method === 'PUT'
      ? Response.json({ code: 'CSRF_TOKEN_NEEDED', status: 403 }, { status: 403 })
      : Response.json({ person: { ...zoe, id: 'b2' }, csrfToken: state.token, signIn: { demo: true, oidc: false } }),
  );

  const body = { data: {}, language: 'fr' as const, revision: 1 };
  const change = answer(platform.PUT('/api/applications/{draftId}', { params: { path: { draftId: 'd1' } }, body }));

  await expect(change).rejects.toMatchObject({ problem: { code: 'CSRF_TOKEN_NEEDED' } });
});
