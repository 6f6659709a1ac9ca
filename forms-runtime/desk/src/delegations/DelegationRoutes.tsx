import { RequireOffice } from '../session/RequireClerk.tsx';
import { DelegationsPage } from './DelegationsPage.tsx';

/** For whoever handles cases, and for administrators, who see who decides in whose name. */
export const DelegationRoutes = () => (
  <RequireOffice>
    <DelegationsPage />
  </RequireOffice>
);
