import type { Consultations } from '../connector-ports.ts';
import { callPlatform } from './call-platform.ts';
import type { PlatformAccess } from './platform-access.ts';

/** Asks the platform before a source is asked, and tells it the outcome. */
export const platformConsultations = (access: PlatformAccess): Consultations => ({
  ask: ({ consultationKey, source, subject, ...caller }) =>
    callPlatform(access, {
      name: 'askConsultation',
      caller,
      idempotencyKey: consultationKey,
      body: { source, subject },
    }),
  record: async ({ consultationKey, consultationId, outcome, ...caller }) => {
    const idempotencyKey = `${consultationKey}-outcome`;
    const body = { consultationId, outcome };
    await callPlatform(access, { name: 'recordConsultationOutcome', caller, idempotencyKey, body });
  },
  keep: async ({ consultationKey: idempotencyKey, consultationIds, question, answer, ...caller }) => {
    const body = { consultationIds: [...consultationIds], question, answer };
    await callPlatform(access, { name: 'keepSourceAnswer', caller, idempotencyKey, body });
  },
});
