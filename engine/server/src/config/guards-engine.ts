import type { Config } from './config.ts';

/** Whether callers of the embedded engine must say who they are. */
export const guardsEngine = ({ engineToken, engineOauthIssuer }: Config): boolean =>
  engineToken !== '' || engineOauthIssuer !== '';
