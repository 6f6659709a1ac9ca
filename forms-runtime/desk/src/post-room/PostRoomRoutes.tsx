import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { PostRoomPage } from '../notices/PostRoomPage.tsx';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { BatchesPage } from './BatchesPage.tsx';
import { BatchPage } from './BatchPage.tsx';

/** The pages of letters on paper that leave. */
export const PostRoomRoutes = () => (
  <Switch>
    <Route path="/post-room">
      <PostRoomPage />
    </Route>
    <Route path="/post-room/batches">
      <RequireClerk>
        <BatchesPage />
      </RequireClerk>
    </Route>
    <Route path="/post-room/batches/:batchId">
      {({ batchId }) => (
        <RequireClerk>
          <BatchPage key={batchId} batchId={batchId} />
        </RequireClerk>
      )}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
