import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireSupervisor } from '../session/RequireClerk.tsx';
import { CaseImportPage } from './CaseImportPage.tsx';
import { CaseImportsPage } from './CaseImportsPage.tsx';
import { NewCaseImportPage } from './NewCaseImportPage.tsx';

/** Taking over cases of earlier systems, for supervisors. */
export const CaseImportRoutes = () => (
  <RequireSupervisor>
    <Switch>
      <Route path="/case-imports">
        <CaseImportsPage />
      </Route>
      <Route path="/case-imports/new">
        <NewCaseImportPage />
      </Route>
      <Route path="/case-imports/:importId">
        {({ importId }) => <CaseImportPage key={importId} importId={importId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireSupervisor>
);
