import { neutralNotice } from '@irisflow/casework';
import { listToTell, markTold, type ToTell } from './storage/messages.ts';
import type { Surroundings } from './surroundings.ts';

const BATCH = 50;
/** A mail that could not be sent for this long would tell of what is no longer new. */
const TRIED_FOR_MS = 3 * 24 * 3600 * 1000;

const tell = async (
  { mailer, publicUrl }: Surroundings,
  { applicant_email: to, language, case_id: caseId }: ToTell,
) => {
  if (mailer === null || to === null) return;
  await mailer(neutralNotice({ to, language, url: `${publicUrl}/${language}/my/cases/${caseId}` }));
};

/**
 * Tells applicants by mail that something waits for them, one mail a case, in the language of the case and without a word of
 * it. What cannot be sent now is tried again in the next round; whoever has no address reads it on the portal.
 */
export const tellByMail = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const waiting = await listToTell(database, { since: clock.now() - TRIED_FOR_MS, limit: BATCH });
  const cases = new Map(waiting.map((one) => [one.case_id, one]));
  const failures: unknown[] = [];
  for (const [caseId, one] of cases)
    try {
      await tell(surroundings, one);
      await markTold(database, { caseId, at: clock.now() });
    } catch (thrown) {
      // One address that no server takes keeps nobody else from hearing.
      failures.push(thrown);
    }
  if (failures.length > 0) throw failures[0];
};
