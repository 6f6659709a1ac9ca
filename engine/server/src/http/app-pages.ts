const localized = '(?:(?:fr|nl|en)(?:/|$))?';

/** The addresses of pages, behind the address of their app; a slash may follow. */
const pagesOf = (...paths: readonly string[]): RegExp =>
  new RegExp(`^(?:${paths.join('|').replaceAll(/\/:\w+/g, '/[^/]+')})/?$`);

/**
 * The pages that each web app has. Only these are answered with its page: programs that ask for what is not there, such as
 * `/metrics`, must not be told that it is.
 */
export const appPages = {
  portal: pagesOf(
    ...[
      '',
      'sign-in',
      'accessibility',
      'accessibility/:administration',
      'link',
      'procedures/:key',
      'procedures/:key/eligibility',
      'procedures/:key/link',
      'procedures/:key/application',
      'procedures/:key/appointment',
      'applications/:draft',
      'my/appointments',
      'my/appointments/:appointment/move',
      'my/cases',
      'my/cases/:case',
      'my/cases/:case/change',
      'my/cases/:case/receipt',
      'my/cases/:case/answer/:request',
      'my/data',
      'my/account',
      'my/mandates',
      'my/party',
    ].map((path) => `${localized}${path}`),
  ),
  desk: pagesOf(
    '',
    'sign-in',
    'tasks',
    'tasks/:task',
    'cases',
    'cases/:case',
    'cases/:case/correction',
    'contacts',
    'contacts/:contact',
    'parties',
    'parties/:party',
    'applications/:draft',
    'bulk',
    'bulk/:bulk',
    'case-imports',
    'case-imports/:import',
    'views/:view',
    'hearings',
    'inspections',
    'inspections/:inspection',
    'opinions',
    'changes',
    'transfers',
    'opinions/:opinion',
    'absences',
    'delegations',
    'counters',
    'counters/:counter',
    'counters/:counter/settings',
    'absences/:absence/reassign',
    'paragraphs',
    'paragraphs/:paragraph',
    'board',
    'numbers',
    'account',
    'administration(?:/.*)?',
    'audit(?:/.*)?',
    'privacy(?:/.*)?',
  ),
  designer: pagesOf('', 'sign-in', 'preview', 'procedures/:key(?:/.*)?'),
} as const;
