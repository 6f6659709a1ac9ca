import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireSupervisor } from '../session/RequireClerk.tsx';
import { NewRightImportPage } from './NewRightImportPage.tsx';
import { RightImportPage } from './RightImportPage.tsx';
import { RightImportsPage } from './RightImportsPage.tsx';

/** Taking over rights that live in earlier systems, for supervisors. */
export const RightImportRoutes = () => (
  <RequireSupervisor>
    <Switch>
      <Route path="/right-imports">
        <RightImportsPage />
      </Route>
      <Route path="/right-imports/new">
        <NewRightImportPage />
      </Route>
      <Route path="/right-imports/:importId">
        {({ importId }) => <RightImportPage key={importId} importId={importId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireSupervisor>
);
