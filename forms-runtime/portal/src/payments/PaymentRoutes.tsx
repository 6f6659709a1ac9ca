import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { MyPaymentPage } from './MyPaymentPage.tsx';
import { MyPaymentsPage } from './MyPaymentsPage.tsx';
import { OnlineReturnPage } from './OnlineReturnPage.tsx';

/** The pages of what I owe and paid. */
export const PaymentRoutes = () => (
  <Switch>
    <Route path="/my/payments">
      <MyPaymentsPage />
    </Route>
    <Route path="/my/payments/:receivableId">
      {({ receivableId }) => <MyPaymentPage key={receivableId} receivableId={receivableId} />}
    </Route>
    <Route path="/my/payments/:receivableId/online">
      {({ receivableId }) => <OnlineReturnPage key={receivableId} receivableId={receivableId} />}
    </Route>
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
