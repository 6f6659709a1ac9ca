import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { DuePage } from './DuePage.tsx';
import { MyRightPage } from './MyRightPage.tsx';
import { MyRightsPage } from './MyRightsPage.tsx';

/** The pages of what I hold. */
export const RightRoutes = () => (
  <Switch>
    <Route path="/my/rights">
      <MyRightsPage />
    </Route>
    <Route path="/my/rights/:rightId">{({ rightId }) => <MyRightPage key={rightId} rightId={rightId} />}</Route>
    <Route path="/my/rights/:rightId/due/:occurrenceId">
      {({ rightId, occurrenceId }) => <DuePage key={occurrenceId} rightId={rightId} occurrenceId={occurrenceId} />}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
