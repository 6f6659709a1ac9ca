/** What a page asks for as soon as it is opened, so that a browser need not run anything to know. */
export interface PageNeeds {
  /** Its address behind the language; `:name` stands for one part of it. */
  readonly address: string;
  /** The module of the page, below `src`, where it comes only when it is opened. */
  readonly module?: string;
  /** What it reads of the platform, beside the session. */
  readonly reads: readonly string[];
  /** Only people who are signed in read it. */
  readonly isPersonal?: true;
}

/** The pages that people open first: from a search engine, a bookmark, or a mail. */
export const pageNeeds: readonly PageNeeds[] = [
  { address: '', reads: ['/api/procedures'] },
  { address: '/procedures/:procedure', reads: ['/api/procedures/:procedure'] },
  { address: '/sign-in', module: 'session/CitizenSignIn.tsx', reads: [] },
  { address: '/procedures/:procedure/application', module: 'application/OpenApplicationPage.tsx', reads: [], isPersonal: true },
  { address: '/applications/:draft', module: 'application/ApplicationPage.tsx', reads: ['/api/applications/:draft'], isPersonal: true },
  { address: '/my/cases', module: 'cases/MyCasesPage.tsx', reads: ['/api/my/cases', '/api/applications'], isPersonal: true },
  { address: '/my/cases/:case', module: 'cases/CasePage.tsx', reads: ['/api/my/cases/:case', '/api/my/accesses'], isPersonal: true },
  { address: '/my/cases/:case/change', module: 'changes/ChangePage.tsx', reads: ['/api/my/cases/:case', '/api/my/cases/:case/changes'], isPersonal: true },
  { address: '/my/cases/:case/answer/:request', module: 'cases/AnswerPage.tsx', reads: ['/api/my/cases/:case'], isPersonal: true },
]; // prettier-ignore
