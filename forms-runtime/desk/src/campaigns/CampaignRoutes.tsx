import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireCommunicator } from '../session/RequireCommunicator.tsx';
import { CampaignPage } from './CampaignPage.tsx';
import { CampaignsPage } from './CampaignsPage.tsx';
import { EditCampaignPage, NewCampaignPage } from './EditCampaignPage.tsx';

/** The pages of campaigns, for whoever may write to many people at once. */
export const CampaignRoutes = () => (
  <RequireCommunicator>
    <Switch>
      <Route path="/campaigns">
        <CampaignsPage />
      </Route>
      <Route path="/campaigns/new">
        <NewCampaignPage />
      </Route>
      <Route path="/campaigns/:campaignId">
        {({ campaignId }) => <CampaignPage key={campaignId} campaignId={campaignId} />}
      </Route>
      <Route path="/campaigns/:campaignId/plan">
        {({ campaignId }) => <EditCampaignPage key={campaignId} campaignId={campaignId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireCommunicator>
);
