export { caseTones } from './cases/case-tones.ts';
export { Answered, type AnsweredProps } from './failures/Answered.tsx';
export { Failure, type FailureProps } from './failures/Failure.tsx';
export {
  isSignedOut,
  problemCode,
  ProblemsProvider,
  useProblemTexts,
  type Problems,
  type ProblemTexts,
} from './failures/problems.ts';
export { staffProblems } from './failures/staff-problems.ts';
export { ApplicationFrame, type ApplicationFrameProps } from './languages/ApplicationFrame.tsx';
export { browserLocale, rememberedLocale, rememberLocale } from './languages/preferred-locale.ts';
export { useLocalized } from './languages/use-localized.ts';
export type { LoadTexts } from './languages/use-texts.ts';
export { LoadingPage } from './pages/LoadingPage.tsx';
export { NotFoundPage } from './pages/NotFoundPage.tsx';
export { Page, type PageProps } from './pages/Page.tsx';
export { PageBoundary } from './pages/PageBoundary.tsx';
export { useArrival } from './pages/use-arrival.ts';
export { useDocumentTitle } from './pages/use-document-title.ts';
export { usePerson } from './session/person.ts';
export { AccountPage } from './session/AccountPage.tsx';
export { RefusalPage, type RefusalPageProps } from './session/RefusalPage.tsx';
export { RequireSignIn, type RequireSignInProps } from './session/RequireSignIn.tsx';
export { signInPath } from './session/return-path.ts';
export { SignInPage, type SignInPageProps } from './session/SignInPage.tsx';
export { useSignOutHere } from './session/use-sign-out-here.ts';
export { frameMessages, type AskedKey, type FrameKey } from './texts/frame-texts.ts';
