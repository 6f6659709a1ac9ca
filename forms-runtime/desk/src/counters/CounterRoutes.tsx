import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireAnybody } from '../session/RequireClerk.tsx';
import { AgendaPage } from './AgendaPage.tsx';
import { BookForPage } from './BookForPage.tsx';
import { CounterSettingsPage } from './CounterSettingsPage.tsx';
import { CountersPage } from './CountersPage.tsx';

/** Counters: clerks receive people there; supervisors and administrators say when. */
export const CounterRoutes = () => (
  <RequireAnybody>
    <Switch>
      <Route path="/counters">
        <CountersPage />
      </Route>
      <Route path="/counters/new">
        <CounterSettingsPage counterId={null} />
      </Route>
      <Route path="/counters/booking">
        <BookForPage />
      </Route>
      <Route path="/counters/:counterId">
        {({ counterId }) => <AgendaPage key={counterId} counterId={counterId} />}
      </Route>
      <Route path="/counters/:counterId/settings">
        {({ counterId }) => <CounterSettingsPage key={counterId} counterId={counterId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireAnybody>
);
