import { createQueryClient, prefetchSession } from '@irisflow/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@irisflow/ui/styles.css';
import '@irisflow/frame/styles.css';
import './styles/portal.css';
import { App } from './app/App.tsx';
import { splitLocalePath } from './app/locale-path.ts';
import { loadPageAt } from './app/pages.ts';
import { loadPortalTexts } from './texts/portal-texts.ts';

/** What the address needs comes at once and not one after the other; what does not come is said by the page itself. */
const start = async (root: HTMLElement): Promise<void> => {
  const queries = createQueryClient();
  void prefetchSession(queries);
  const { locale, rest } = splitLocalePath(window.location.pathname);
  if (locale !== undefined) await Promise.allSettled([loadPortalTexts(locale), loadPageAt(rest, locale)]);
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} />
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) void start(root);
