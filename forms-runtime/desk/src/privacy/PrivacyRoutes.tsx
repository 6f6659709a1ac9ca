import { NotFoundPage } from '@irisflow/frame';
import { Redirect, Route, Switch } from 'wouter';
import { RequireAuditReader } from '../session/RequireAuditReader.tsx';
import { CertificatePage } from './CertificatePage.tsx';
import { HoldsPage } from './HoldsPage.tsx';
import { RetentionPage } from './RetentionPage.tsx';
import { TracesPage } from './TracesPage.tsx';

/** Pages for whoever guards the data of people. */
export const PrivacyRoutes = () => (
  <RequireAuditReader>
    <Switch>
      <Route path="/privacy">
        <Redirect to="/privacy/traces" replace />
      </Route>
      <Route path="/privacy/traces">
        <TracesPage />
      </Route>
      <Route path="/privacy/retention">
        <RetentionPage />
      </Route>
      <Route path="/privacy/retention/:destructionId">
        {({ destructionId }) => <CertificatePage key={destructionId} destructionId={destructionId} />}
      </Route>
      <Route path="/privacy/holds">
        <HoldsPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireAuditReader>
);
