import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@irisflow/ui/styles.css';
import './app/designer.css';

/** The form preview is a page of its own inside the editor; it needs neither session nor router. */
const loadPage = async () =>
  window.location.pathname === '/designer/preview'
    ? (await import('./forms/preview/PreviewPage.tsx')).PreviewPage
    : (await import('./app/App.tsx')).App;

const root = document.getElementById('root');
if (root !== null) {
  const Page = await loadPage();
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
