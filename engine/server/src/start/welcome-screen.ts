/** What the operator sees once everything runs: one screen. */
export interface Welcome {
  readonly webUrl: string | null;
  readonly engineRestUrl: string | null;
  readonly grpcAddress: string | null;
  readonly sandboxUrl: string | null;
  readonly mailUrl: string | null;
  /** None where only workers run. */
  readonly store: string | null;
  readonly isDemo: boolean;
  /** Printed here and nowhere else; only its hash is stored. */
  readonly firstAdministratorToken: string | null;
  readonly seconds: number;
}

const line = (label: string, value: string | null): string[] =>
  value === null ? [] : [`  ${label.padEnd(18)} ${value}`];

const demoPeople = (webUrl: string | null, isDemo: boolean): string[] =>
  webUrl === null || !isDemo
    ? []
    : [
        '',
        '  Sign in with a click, no password (demonstration):',
        '    portal    Inès Varnelle (FR), Lotte Verhulle (NL), Marit Oosterlinde (NL) ...',
        '    desk      Nadia Lambert, agent · Sofie De Smet, supervisor',
        '    designer  Karim Haddad, analyst',
      ];

const firstAdministrator = (webUrl: string | null, token: string | null): string[] =>
  webUrl === null || token === null
    ? []
    : [
        '',
        '  Nobody administers this platform yet. Sign in, then enter this token within 24 hours; it works once:',
        `    page              ${webUrl}/desk/administration/first`,
        `    token             ${token}`,
      ];

export const welcomeScreen = (welcome: Welcome): string => {
  const { webUrl, isDemo } = welcome;
  const page = (path: string) => (webUrl === null ? null : `${webUrl}${path}`);
  return [
    '',
    `  Irisflow is running (${welcome.seconds.toFixed(1)} s)`,
    '',
    ...line('Portal', page('/')),
    ...line('Desk', page('/desk/')),
    ...line('Designer', page('/designer/')),
    ...line('Platform API', page('/api/openapi.json')),
    ...line('Engine REST', welcome.engineRestUrl),
    ...line('Engine gRPC', welcome.grpcAddress),
    ...line('Sandbox sources', welcome.sandboxUrl),
    ...line('Mail catcher', welcome.mailUrl),
    ...line('Store', welcome.store),
    ...demoPeople(webUrl, isDemo),
    ...firstAdministrator(webUrl, welcome.firstAdministratorToken),
    '',
    '  Ctrl-C stops.',
    '',
  ].join('\n');
};
