/** For the global setup of vitest: lives of cases begin with a second start, on PostgreSQL as an administration runs it. */
export { prepareStartedInstallations as default } from '../journeys/kit/started-installation.ts';
