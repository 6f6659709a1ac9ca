import type { CallingJob } from '../calling-job.ts';
import type { Allowed, AllowList } from '../connector-ports.ts';
import { callPlatform } from './call-platform.ts';
import type { PlatformAccess } from './platform-access.ts';

/** How long a list that was read may still be used: a host that is taken off is refused at the latest then. */
const FRESH_MS = 10_000;
const MAX_KEPT = 1_000;

type Kept = { readonly allowed: Promise<Allowed>; readonly until: number };

/** What the platform's administrators allow, read for each job and kept for ten seconds. */
export const platformAllowList = (access: PlatformAccess, now: () => number = Date.now): AllowList => {
  const kept = new Map<string, Kept>();
  const ask = (caller: CallingJob): Promise<Allowed> => {
    const call = { name: 'findAllowedHosts', caller, idempotencyKey: `hosts-${caller.jobKey}`, body: {} } as const;
    return callPlatform(access, call);
  };
  const renew = (name: string, allowed: Promise<Allowed>): Promise<Allowed> => {
    kept.set(name, { allowed, until: now() + FRESH_MS });
    allowed.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return allowed;
  };
  return {
    read: async (caller) => {
      // The platform judges the handle together with the job: what one job was told is no answer to another.
      const name = `${caller.connectorType} ${caller.jobKey} ${caller.caseHandle}`;
      const found = kept.get(name);
      if (found !== undefined && found.until > now()) return found.allowed;
      return renew(name, ask(caller));
    },
    refused: async ({ host, ...caller }) => {
      const idempotencyKey = `refused-${caller.jobKey}`;
      await callPlatform(access, { name: 'reportRefusedHost', caller, idempotencyKey, body: { host } });
    },
  };
};
