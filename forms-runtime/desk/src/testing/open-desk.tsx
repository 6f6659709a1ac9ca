import { installPlatform, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import type { SessionView } from '@irisflow/client';
import { rememberLocale } from '@irisflow/frame';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../app/App.tsx';
import { loadDeskTexts } from '../texts/desk-texts.ts';
import { candidates, colleagues } from './sample-views.ts';

// What loads when it is opened would otherwise load within the patience of the first test that opens it.
await Promise.all([
  loadDeskTexts('fr'),
  import('../task/TaskPage.tsx'),
  import('../views/ViewPage.tsx'),
  import('../cases/CasePage.tsx'),
  import('../case-imports/CaseImportRoutes.tsx'),
  import('../delegations/DelegationRoutes.tsx'),
  import('../cases/CasesPage.tsx'),
  import('../hearings/HearingsPage.tsx'),
  import('../opinions/OpinionRoutes.tsx'),
  import('../audit/AuditPage.tsx'),
  import('../privacy/PrivacyRoutes.tsx'),
  import('../money/MoneyRoutes.tsx'),
  import('../obligations/ObligationRoutes.tsx'),
  import('../right-imports/RightImportRoutes.tsx'),
  import('../opening/NewApplicationPage.tsx'),
  import('../administration/AdministrationRoutes.tsx'),
]);

/** Answers by method and path, `GET /api/tasks`; what a test says nothing about is answered in an ordinary way. */
export type Answers = Readonly<Record<string, (request: SeenRequest) => Reply>>;

const ordinary = (session: SessionView): Answers => ({
  'GET /api/session': () => ({ body: session }),
  'GET /api/desk/counters': () => ({ body: { mine: 1, team: 5, unassigned: 2, overdue: 1, delegations: 0 } }),
  'GET /api/tasks': () => ({ body: { items: [], total: 0, nextCursor: null } }),
  'GET /api/views': () => ({ body: { views: [], defaultId: null } }),
  'GET /api/colleagues': () => ({ body: colleagues }),
  'GET /api/cases/c1/payments': () => ({ body: [] }),
  'GET /api/cases/c1/notices': () => ({ body: [] }),
  'GET /api/cases/c1/payouts': () => ({ body: [] }),
  'GET /api/tasks/101/candidates': () => ({ body: candidates }),
});

/** The checklist of a task whose procedure lists nothing. */
const nothingToLookAt = { taskId: '101', taskName: { fr: '', nl: '', en: '' }, points: [] };

/** jsdom scrolls nothing and has no media queries. */
const fillGapsOfJsdom = (): void => {
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: true }) as MediaQueryList;
};

export interface OpenDesk {
  readonly address: string;
  readonly session: SessionView;
  readonly answers?: Answers;
}

/** Opens the desk at an address, in French, for somebody who is signed in. */
export const openDesk = ({ address, session, answers = {} }: OpenDesk) => {
  fillGapsOfJsdom();
  rememberLocale('fr');
  window.history.replaceState(null, '', address);
  const known = { ...ordinary(session), ...answers };
  const seen = installPlatform((request) => {
    const reply = known[`${request.method} ${request.path}`];
    if (reply === undefined && request.path.endsWith('/checklist')) return { body: nothingToLookAt };
    return reply === undefined
      ? { status: 404, body: { status: 404, code: 'NOT_FOUND', title: 'x', type: 'x' } }
      : reply(request);
  });
  render(<App />);
  return { seen, user: userEvent.setup() };
};

/** Closes the desk that a test opened. */
export const closeDesk = (): void => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
};
