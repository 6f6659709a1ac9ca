import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RightPage } from './RightPage.tsx';
import { RightSourcesPage } from './sources/RightSourcesPage.tsx';
import { RightsPage } from './RightsPage.tsx';

/** The pages of what decisions leave behind. */
export const RightRoutes = () => (
  <Switch>
    <Route path="/rights">
      <RightsPage />
    </Route>
    <Route path="/rights/sources">
      <RightSourcesPage />
    </Route>
    <Route path="/rights/:rightId">{({ rightId }) => <RightPage key={rightId} rightId={rightId} />}</Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
