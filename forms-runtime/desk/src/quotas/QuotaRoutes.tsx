import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { QuotaPage } from './QuotaPage.tsx';
import { QuotasPage } from './QuotasPage.tsx';

/** The pages of how many rights of a kind there may be. */
export const QuotaRoutes = () => (
  <Switch>
    <Route path="/quotas">
      <QuotasPage />
    </Route>
    <Route path="/quotas/:procedureKey/:quotaKey">
      {({ procedureKey, quotaKey }) => (
        <QuotaPage key={`${procedureKey}/${quotaKey}`} path={{ procedureKey, quotaKey }} />
      )}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
