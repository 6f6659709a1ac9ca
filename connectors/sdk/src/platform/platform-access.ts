import type { CallingJob } from '../calling-job.ts';
import type { GuardedFetch } from '../exchange.ts';
import { incident } from '../failures.ts';
import type { RunContext } from '../run-context.ts';

/** Where the platform is and how to knock. */
export type PlatformAccess = { readonly url: string; readonly token: string; readonly fetch: GuardedFetch };

/** The settings and secrets that {@link platformAccess} reads; a connector that uses it declares them. */
export const PLATFORM_SETTINGS = ['PLATFORM_URL'] as const;
export const PLATFORM_SECRETS = ['PLATFORM_TOKEN'] as const;

/** The platform as a connector reaches it: by the port that leads there, for the guarded way out never does. */
export const platformAccess = (context: RunContext): PlatformAccess => {
  const { platform } = context.ports;
  if (platform === undefined) throw incident('Expected a way to the platform, but this worker has none.');
  return { url: context.setting('PLATFORM_URL'), token: context.secret('PLATFORM_TOKEN'), fetch: platform };
};

/** The job for whose case a connector runs; raises an incident when its process carries no case handle. */
export const requireCaseHandle = ({ caseHandle, jobKey, connectorType }: RunContext): CallingJob => {
  if (caseHandle !== undefined) return { caseHandle, jobKey, connectorType };
  throw incident('Expected the process variable "caseHandle" that the platform gives, but it is missing.');
};
