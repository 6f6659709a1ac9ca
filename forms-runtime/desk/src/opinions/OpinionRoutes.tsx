import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { HearingsPage } from '../hearings/HearingsPage.tsx';
import { OpinionPage } from './OpinionPage.tsx';
import { OpinionsPage } from './OpinionsPage.tsx';

/** What clerks are asked by others, and whom they hear. */
export const OpinionRoutes = () => (
  <RequireClerk>
    <Switch>
      <Route path="/opinions">
        <OpinionsPage />
      </Route>
      <Route path="/opinions/:opinionId">
        {({ opinionId }) => <OpinionPage key={opinionId} opinionId={opinionId} />}
      </Route>
      <Route path="/hearings">
        <HearingsPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireClerk>
);
