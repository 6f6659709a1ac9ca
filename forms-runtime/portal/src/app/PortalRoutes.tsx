import { LoadingPage, MoreTexts, NotFoundPage, PageBoundary } from '@irisflow/frame';
import { useLocale } from '@irisflow/ui';
import { Suspense, useEffect, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { HomePage } from '../catalog/HomePage.tsx';
import { ProcedurePage } from '../catalog/ProcedurePage.tsx';
import { RequireCitizen } from '../session/RequireCitizen.tsx';
import { personalTexts } from '../texts/personal-texts.ts';
import {
  AccessibilityPage,
  AnswerPage,
  AskLinkPage,
  ApplicationPage,
  AppointmentRoutes,
  CasePage,
  ChangePage,
  CheckPage,
  CitizenAccount,
  CitizenSignIn,
  EligibilityPage,
  loadPageAt,
  MandatesPage,
  MyCasesPage,
  MyDataPage,
  MyInvitationsPage,
  OpenApplicationPage,
  OpenLinkPage,
  PartyPage,
  ReceiptPage,
  PaymentRoutes,
  RightRoutes,
  StatementPage,
} from './pages.ts';
import { PortalFrame } from './PortalFrame.tsx';

/** The texts of the personal pages. The code of the one at hand comes beside them and not after. */
const PersonalTexts = ({ children }: { readonly children: ReactNode }) => {
  const [path] = useLocation();
  const locale = useLocale();
  useEffect(() => {
    // What does not come is said by the page itself.
    loadPageAt(path, locale).catch(() => undefined);
  }, [path, locale]);
  return <MoreTexts texts={personalTexts}>{children}</MoreTexts>;
};

const PersonalRoutes = () => (
  <RequireCitizen>
    <PersonalTexts>
      <Switch>
        <Route path="/procedures/:procedureKey/application">
          {({ procedureKey }) => <OpenApplicationPage procedureKey={procedureKey} />}
        </Route>
        <Route path={/\/appointments?(?:\/|$)/}>
          <AppointmentRoutes />
        </Route>
        <Route path="/applications/:draftId">
          {({ draftId }) => <ApplicationPage key={draftId} draftId={draftId} />}
        </Route>
        <Route path="/my/cases">
          <MyCasesPage />
        </Route>
        <Route path="/my/cases/:caseId">{({ caseId }) => <CasePage key={caseId} caseId={caseId} />}</Route>
        <Route path="/my/cases/:caseId/change">{({ caseId }) => <ChangePage key={caseId} caseId={caseId} />}</Route>
        <Route path="/my/cases/:caseId/receipt">{({ caseId }) => <ReceiptPage caseId={caseId} />}</Route>
        <Route path="/my/cases/:caseId/answer/:requestId">
          {({ caseId, requestId }) => <AnswerPage key={requestId} caseId={caseId} requestId={requestId} />}
        </Route>
        <Route path={/^\/my\/rights(?:\/|$)/}>
          <RightRoutes />
        </Route>
        <Route path={/^\/my\/payments(?:\/|$)/}>
          <PaymentRoutes />
        </Route>
        <Route path="/my/invitations">
          <MyInvitationsPage />
        </Route>
        <Route path="/my/account">
          <CitizenAccount />
        </Route>
        <Route path="/my/mandates">
          <MandatesPage />
        </Route>
        <Route path="/my/party">
          <PartyPage />
        </Route>
        <Route path="/my/data">
          <MyDataPage />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </PersonalTexts>
  </RequireCitizen>
);

/** Every page of the portal; the language in front of these addresses is taken off before. */
export const PortalRoutes = () => (
  <PortalFrame>
    <PageBoundary>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/procedures/:procedureKey">
            {({ procedureKey }) => <ProcedurePage key={procedureKey} procedureKey={procedureKey} />}
          </Route>
          <Route path="/procedures/:procedureKey/eligibility">
            {({ procedureKey }) => <EligibilityPage key={procedureKey} procedureKey={procedureKey} />}
          </Route>
          <Route path="/procedures/:procedureKey/link">
            {({ procedureKey }) => <AskLinkPage procedureKey={procedureKey} />}
          </Route>
          <Route path="/link">
            <OpenLinkPage />
          </Route>
          <Route path="/check">
            <CheckPage />
          </Route>
          <Route path="/sign-in">
            <CitizenSignIn />
          </Route>
          <Route path="/accessibility">
            <AccessibilityPage />
          </Route>
          <Route path="/accessibility/:administration">
            {({ administration }) => <StatementPage key={administration} administration={administration} />}
          </Route>
          <Route path={/^\/(?:my|applications|procedures)\/.+$/}>
            <PersonalRoutes />
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  </PortalFrame>
);
