import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { ObligationsPage } from './ObligationsPage.tsx';
import { OccurrencePage } from './OccurrencePage.tsx';

/** The pages of what holders of rights have to show time and again. */
export const ObligationRoutes = () => (
  <Switch>
    <Route path="/obligations">
      <ObligationsPage />
    </Route>
    <Route path="/obligations/:occurrenceId">
      {({ occurrenceId }) => <OccurrencePage key={occurrenceId} occurrenceId={occurrenceId} />}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
