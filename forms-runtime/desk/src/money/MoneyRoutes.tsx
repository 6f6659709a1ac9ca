import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { BudgetLinePage } from '../budget/BudgetLinePage.tsx';
import { BudgetPage } from '../budget/BudgetPage.tsx';
import { BatchesPage } from '../payouts/BatchesPage.tsx';
import { BatchPage } from '../payouts/BatchPage.tsx';
import { PayablesPage } from '../payouts/PayablesPage.tsx';
import { RequireAccountant } from '../session/RequireClerk.tsx';
import { BooksPage } from './BooksPage.tsx';
import { PaymentPage } from './PaymentPage.tsx';
import { ReceivablePage } from './ReceivablePage.tsx';
import { ReceivablesPage } from './ReceivablesPage.tsx';
import { StatementPage } from './StatementPage.tsx';
import { StatementsPage } from './StatementsPage.tsx';
import { UnrecognizedPage } from './UnrecognizedPage.tsx';
import { WriteOffsPage } from './WriteOffsPage.tsx';

/** The pages of what is owed to the administration, and of its books. */
export const MoneyRoutes = () => (
  <RequireAccountant>
    <Switch>
      <Route path="/money">
        <ReceivablesPage />
      </Route>
      <Route path="/money/unrecognized">
        <UnrecognizedPage />
      </Route>
      <Route path="/money/payments/:paymentId">
        {({ paymentId }) => <PaymentPage key={paymentId} paymentId={paymentId} />}
      </Route>
      <Route path="/money/statements">
        <StatementsPage />
      </Route>
      <Route path="/money/statements/:statementId">
        {({ statementId }) => <StatementPage key={statementId} statementId={statementId} />}
      </Route>
      <Route path="/money/write-offs">
        <WriteOffsPage />
      </Route>
      <Route path="/money/payouts">
        <PayablesPage />
      </Route>
      <Route path="/money/batches">
        <BatchesPage />
      </Route>
      <Route path="/money/batches/:batchId">{({ batchId }) => <BatchPage key={batchId} batchId={batchId} />}</Route>
      <Route path="/money/budget">
        <BudgetPage />
      </Route>
      <Route path="/money/budget/:lineId">{({ lineId }) => <BudgetLinePage key={lineId} lineId={lineId} />}</Route>
      <Route path="/money/books">
        <BooksPage />
      </Route>
      <Route path="/money/:receivableId">
        {({ receivableId }) => <ReceivablePage key={receivableId} receivableId={receivableId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireAccountant>
);
