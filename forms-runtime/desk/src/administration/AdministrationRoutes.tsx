import { NotFoundPage } from '@irisflow/frame';
import { Redirect, Route, Switch } from 'wouter';
import { AccessRulesPage } from '../access/AccessRulesPage.tsx';
import { BrandingPage } from '../branding/BrandingPage.tsx';
import { ContactUnitPage } from '../contact-unit/ContactUnitPage.tsx';
import { PayeePage } from '../money/PayeePage.tsx';
import { PayerPage } from '../payouts/PayerPage.tsx';
import { CarriersPage } from '../post-room/CarriersPage.tsx';
import { RequireAdministrator, RequireAnybody } from '../session/RequireClerk.tsx';
import { StatementPage } from '../statement/StatementPage.tsx';
import { ApiTokensPage } from '../systems/ApiTokensPage.tsx';
import { IncomingWebhookPage } from '../systems/IncomingWebhookPage.tsx';
import { IncomingWebhooksPage } from '../systems/IncomingWebhooksPage.tsx';
import { WebhookPage } from '../systems/WebhookPage.tsx';
import { WebhooksPage } from '../systems/WebhooksPage.tsx';
import { AdministrationPage } from './AdministrationPage.tsx';
import { AdministrationsPage } from './AdministrationsPage.tsx';
import { AllowedHostsPage } from './AllowedHostsPage.tsx';
import { AuthorizationsPage } from './AuthorizationsPage.tsx';
import { ClosuresPage } from './ClosuresPage.tsx';
import { ConnectorsPage } from './ConnectorsPage.tsx';
import { FirstAdministratorPage } from './FirstAdministratorPage.tsx';
import { LabelsPage } from './LabelsPage.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { ProcessingPage } from './ProcessingPage.tsx';

/** Where people pay to, from where the administration pays, with whom its letters leave and whom they name. */
const accounts = (
  <>
    <Route path="/administration/payee">
      <PayeePage />
    </Route>
    <Route path="/administration/payer">
      <PayerPage />
    </Route>
    <Route path="/administration/carriers">
      <CarriersPage />
    </Route>
    <Route path="/administration/contact-unit">
      <ContactUnitPage />
    </Route>
  </>
);

const systems = (
  <>
    <Route path="/administration/api-tokens">
      <ApiTokensPage />
    </Route>
    <Route path="/administration/incoming-webhooks">
      <IncomingWebhooksPage />
    </Route>
    <Route path="/administration/incoming-webhooks/:webhook">
      {({ webhook }) => <IncomingWebhookPage key={webhook} webhookId={webhook} />}
    </Route>
    <Route path="/administration/webhooks">
      <WebhooksPage />
    </Route>
    <Route path="/administration/webhooks/:webhook">
      {({ webhook }) => <WebhookPage key={webhook} webhookId={webhook} />}
    </Route>
  </>
);

const Sections = () => (
  <Switch>
    <Route path="/administration">
      <Redirect to="/administration/people" replace />
    </Route>
    <Route path="/administration/people">
      <PeoplePage />
    </Route>
    <Route path="/administration/administrations">
      <AdministrationsPage />
    </Route>
    <Route path="/administration/administrations/:administration">
      {({ administration }) => <AdministrationPage key={administration} administration={administration} />}
    </Route>
    <Route path="/administration/access">
      <AccessRulesPage />
    </Route>
    <Route path="/administration/authorizations">
      <AuthorizationsPage />
    </Route>
    <Route path="/administration/hosts">
      <AllowedHostsPage />
    </Route>
    <Route path="/administration/closures">
      <ClosuresPage />
    </Route>
    <Route path="/administration/labels">
      <LabelsPage />
    </Route>
    <Route path="/administration/branding">
      <BrandingPage />
    </Route>
    <Route path="/administration/accessibility">
      <StatementPage />
    </Route>
    {accounts}
    <Route path="/administration/processing">
      <ProcessingPage />
    </Route>
    <Route path="/administration/connectors">
      <ConnectorsPage />
    </Route>
    {systems}
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);

/** The administration section. Anybody may bring the token of the first administrator; the rest is for administrators. */
export const AdministrationRoutes = () => (
  <Switch>
    <Route path="/administration/first">
      <RequireAnybody>
        <FirstAdministratorPage />
      </RequireAnybody>
    </Route>
    <Route>
      <RequireAdministrator>
        <Sections />
      </RequireAdministrator>
    </Route>
  </Switch>
);
