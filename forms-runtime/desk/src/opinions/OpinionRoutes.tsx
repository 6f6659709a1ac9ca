import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { HearingsPage } from '../hearings/HearingsPage.tsx';
import { InspectionPage } from '../inspections/InspectionPage.tsx';
import { InspectionsPage } from '../inspections/InspectionsPage.tsx';
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
      <Route path="/inspections">
        <InspectionsPage />
      </Route>
      <Route path="/inspections/:inspectionId">
        {({ inspectionId }) => <InspectionPage key={inspectionId} inspectionId={inspectionId} />}
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
