import { prepareStartedInstallations } from './started-installation.ts';

let throwAway = async (): Promise<void> => undefined;

/** For the global setup of vitest: what a test starts begins with a second start. */
export const setup = async (): Promise<void> => {
  throwAway = await prepareStartedInstallations();
};

export const teardown = (): Promise<void> => throwAway();
