import { LoadingPage, NotFoundPage, PageBoundary } from '@irisflow/frame';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { RequireAuditReader } from '../session/RequireAuditReader.tsx';
import { RequireAnybody, RequireClerk } from '../session/RequireClerk.tsx';
import { WorklistPage } from '../worklist/WorklistPage.tsx';
import { DeskFrame } from './DeskFrame.tsx';

/** The worklist is what everybody opens first; the rest comes when it is opened. */
const ClerkSignIn = lazy(async () => ({ default: (await import('../session/ClerkSignIn.tsx')).ClerkSignIn }));
const TaskPage = lazy(async () => ({ default: (await import('../task/TaskPage.tsx')).TaskPage }));
const NewBulkPage = lazy(async () => ({ default: (await import('../bulk/NewBulkPage.tsx')).NewBulkPage }));
const BulkPage = lazy(async () => ({ default: (await import('../bulk/BulkPage.tsx')).BulkPage }));
const BulkListPage = lazy(async () => ({ default: (await import('../bulk/BulkListPage.tsx')).BulkListPage }));
const AbsencesPage = lazy(async () => ({ default: (await import('../absences/AbsencesPage.tsx')).AbsencesPage }));
const DelegationRoutes = lazy(async () => ({
  default: (await import('../delegations/DelegationRoutes.tsx')).DelegationRoutes,
}));
const ConflictsPage = lazy(async () => ({ default: (await import('../conflicts/ConflictsPage.tsx')).ConflictsPage }));
const MoneyRoutes = lazy(async () => ({ default: (await import('../money/MoneyRoutes.tsx')).MoneyRoutes }));
const RightRoutes = lazy(async () => ({ default: (await import('../rights/RightRoutes.tsx')).RightRoutes }));
const PostRoomRoutes = lazy(async () => ({
  default: (await import('../post-room/PostRoomRoutes.tsx')).PostRoomRoutes,
}));
const ObligationRoutes = lazy(async () => ({
  default: (await import('../obligations/ObligationRoutes.tsx')).ObligationRoutes,
}));
const CampaignRoutes = lazy(async () => ({
  default: (await import('../campaigns/CampaignRoutes.tsx')).CampaignRoutes,
}));
const RightImportRoutes = lazy(async () => ({
  default: (await import('../right-imports/RightImportRoutes.tsx')).RightImportRoutes,
}));
const QuotaRoutes = lazy(async () => ({ default: (await import('../quotas/QuotaRoutes.tsx')).QuotaRoutes }));
const ReassignPage = lazy(async () => ({ default: (await import('../absences/ReassignPage.tsx')).ReassignPage }));
const ViewPage = lazy(async () => ({ default: (await import('../views/ViewPage.tsx')).ViewPage }));
const OpinionRoutes = lazy(async () => ({ default: (await import('../opinions/OpinionRoutes.tsx')).OpinionRoutes }));
const ChangesPage = lazy(async () => ({ default: (await import('../changes/ChangesPage.tsx')).ChangesPage }));
const TransfersPage = lazy(async () => ({ default: (await import('../lifecycle/TransfersPage.tsx')).TransfersPage }));
const ParagraphRoutes = lazy(async () => ({
  default: (await import('../paragraphs/ParagraphRoutes.tsx')).ParagraphRoutes,
}));
const CounterRoutes = lazy(async () => ({ default: (await import('../counters/CounterRoutes.tsx')).CounterRoutes }));
const CaseImportRoutes = lazy(async () => ({
  default: (await import('../case-imports/CaseImportRoutes.tsx')).CaseImportRoutes,
}));
const CasesPage = lazy(async () => ({ default: (await import('../cases/CasesPage.tsx')).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import('../cases/CasePage.tsx')).CasePage }));
const CorrectionPage = lazy(async () => ({ default: (await import('../cases/CorrectionPage.tsx')).CorrectionPage }));
const ContactsPage = lazy(async () => ({ default: (await import('../contacts/ContactsPage.tsx')).ContactsPage }));
const NewContactPage = lazy(async () => ({ default: (await import('../contacts/NewContactPage.tsx')).NewContactPage }));
const ContactPage = lazy(async () => ({ default: (await import('../contacts/ContactPage.tsx')).ContactPage }));
const PartiesPage = lazy(async () => ({ default: (await import('../parties/PartiesPage.tsx')).PartiesPage }));
const PartyPage = lazy(async () => ({ default: (await import('../parties/PartyPage.tsx')).PartyPage }));
const OfficeApplicationPage = lazy(async () => ({
  default: (await import('../application/OfficeApplicationPage.tsx')).OfficeApplicationPage,
}));
const NewApplicationPage = lazy(async () => ({
  default: (await import('../opening/NewApplicationPage.tsx')).NewApplicationPage,
}));
const AuditPage = lazy(async () => ({ default: (await import('../audit/AuditPage.tsx')).AuditPage }));
const PrivacyRoutes = lazy(async () => ({ default: (await import('../privacy/PrivacyRoutes.tsx')).PrivacyRoutes }));
const BoardPage = lazy(async () => ({ default: (await import('../board/BoardPage.tsx')).BoardPage }));

const NumbersPage = lazy(async () => ({ default: (await import('../numbers/NumbersPage.tsx')).NumbersPage }));
const StaffAccount = lazy(async () => ({ default: (await import('../session/StaffAccount.tsx')).StaffAccount }));
const AdministrationRoutes = lazy(async () => ({
  default: (await import('../administration/AdministrationRoutes.tsx')).AdministrationRoutes,
}));

const ClerkRoutes = () => (
  <RequireClerk>
    <Switch>
      <Route path="/">
        <WorklistPage />
      </Route>
      <Route path="/tasks">
        <Redirect to="/" replace />
      </Route>
      <Route path="/views/:viewId">{({ viewId }) => <ViewPage key={viewId} viewId={viewId} />}</Route>
      <Route path="/tasks/:taskId">{({ taskId }) => <TaskPage key={taskId} taskId={taskId} />}</Route>
      <Route path="/absences">
        <AbsencesPage />
      </Route>
      <Route path="/absences/:absenceId/reassign">
        {({ absenceId }) => <ReassignPage key={absenceId} absenceId={absenceId} />}
      </Route>
      <Route path="/bulk">
        <BulkListPage />
      </Route>
      <Route path="/bulk/new">
        <NewBulkPage />
      </Route>
      <Route path="/bulk/:bulkId">{({ bulkId }) => <BulkPage key={bulkId} bulkId={bulkId} />}</Route>
      <Route path="/cases">
        <CasesPage />
      </Route>
      <Route path="/cases/:caseId">{({ caseId }) => <CasePage key={caseId} caseId={caseId} />}</Route>
      <Route path="/cases/:caseId/correction">{({ caseId }) => <CorrectionPage key={caseId} caseId={caseId} />}</Route>
      <Route path="/contacts">
        <ContactsPage />
      </Route>
      <Route path="/contacts/new">
        <NewContactPage />
      </Route>
      <Route path="/contacts/:contactId">
        {({ contactId }) => <ContactPage key={contactId} contactId={contactId} />}
      </Route>
      <Route path="/parties">
        <PartiesPage />
      </Route>
      <Route path="/parties/:partyId">{({ partyId }) => <PartyPage key={partyId} partyId={partyId} />}</Route>
      <Route path="/applications/new">
        <NewApplicationPage />
      </Route>
      <Route path="/applications/:draftId">
        {({ draftId }) => <OfficeApplicationPage key={draftId} draftId={draftId} />}
      </Route>
      <Route path="/board">
        <BoardPage />
      </Route>
      <Route path="/numbers">
        <NumbersPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireClerk>
);

/** Every page of the desk. */
export const DeskRoutes = () => (
  <DeskFrame>
    <PageBoundary>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          <Route path={/^(?<page>\/.+?)\/+$/}>
            {({ page }) => <Redirect to={`${page}${window.location.search}`} replace />}
          </Route>
          <Route path="/sign-in" component={ClerkSignIn} />
          <Route path="/account">
            <RequireAnybody>
              <StaffAccount />
            </RequireAnybody>
          </Route>
          <Route path={/^\/administration(?:\/.*)?$/} component={AdministrationRoutes} />
          <Route path={/^\/paragraphs(?:\/.*)?$/} component={ParagraphRoutes} />
          <Route path={/^\/privacy(?:\/.*)?$/} component={PrivacyRoutes} />
          <Route path={/^\/counters(?:\/.*)?$/} component={CounterRoutes} />
          <Route path={/^\/case-imports(?:\/.*)?$/} component={CaseImportRoutes} />
          <Route path="/delegations" component={DelegationRoutes} />
          <Route path="/changes" component={ChangesPage} />
          <Route path="/conflicts" component={ConflictsPage} />
          <Route path={/^\/money(?:\/.*)?$/} component={MoneyRoutes} />
          <Route path={/^\/rights(?:\/.*)?$/} component={RightRoutes} />
          <Route path={/^\/right-imports(?:\/.*)?$/} component={RightImportRoutes} />
          <Route path={/^\/post-room(?:\/.*)?$/} component={PostRoomRoutes} />
          <Route path={/^\/obligations(?:\/.*)?$/} component={ObligationRoutes} />
          <Route path={/^\/campaigns(?:\/.*)?$/} component={CampaignRoutes} />
          <Route path={/^\/quotas(?:\/.*)?$/} component={QuotaRoutes} />
          <Route path="/transfers" component={TransfersPage} />
          <Route path={/^\/(?:opinions|hearings|inspections)(?:\/.*)?$/}>
            <OpinionRoutes />
          </Route>
          <Route path="/audit">
            <RequireAuditReader>
              <AuditPage />
            </RequireAuditReader>
          </Route>
          <Route>
            <ClerkRoutes />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  </DeskFrame>
);
