import { job, anchorAudit, sweepRequestCounts, actingAs, type JobName } from '@irisflow/access';
import { checkWaitingFiles, drainOutbox, sweepContent, tellOfRetirements } from '@irisflow/casework';
import { tellOfMoney, watchTerms } from '@irisflow/term-clock';
import { watchReceivables } from '@irisflow/ledger';
import { erasePastAppointments, tellOfAppointments } from '@irisflow/appointments';
import { workOffBulk } from '@irisflow/bulk';
import { workOffRehearsals } from '@irisflow/rehearsals';
import { workOffMoves } from '@irisflow/version-moves';
import { followSteps } from '@irisflow/watch';
import { sweepImports, workOffImports } from '@irisflow/case-imports';
import { tellByMail } from '@irisflow/messages';
import { runInBackground, createBell } from '@irisflow/foundation';
import { makeCopies } from '@irisflow/copies';
import { giveBackHeld } from '@irisflow/conflicts';
import { mailLetters } from '@irisflow/dispatch';
import { watchHearings, watchInspections, watchOpinions } from '@irisflow/inquiries';
import { openRenewals } from '@irisflow/intake';
import { feedbackRoom } from '@irisflow/feedback';
import { endDecidedAppeals, expireTransfers, tellOfTransfers } from '@irisflow/lifecycle';
import { watchNotices } from '@irisflow/notices';
import { askProvider } from '@irisflow/online-payments';
import { carryLetters } from '@irisflow/post-room';
import { watchIncidents } from '@irisflow/monitor';
import { carryOutDestructions, eraseForgotten } from '@irisflow/privacy';
import { bookStatements } from '@irisflow/statements';
import { noteAnswers, workOffCampaigns } from '@irisflow/campaigns';
import { makeScheduledLive } from '@irisflow/procedures';
import { watchObligations } from '@irisflow/obligations';
import { offerPlaces, watchPlaces } from '@irisflow/quotas';
import { sweepRightImports, workOffRightImports } from '@irisflow/right-imports';
import { followRights } from '@irisflow/right-sources';
import { giveBackWithoutPower } from '@irisflow/tasks';
import { createCourier, sweepDeliveries, sweepIncoming } from '@irisflow/webhooks';
import { synchronizeTasks, type TaskMirror } from '@irisflow/worklist';
import type { Surroundings } from './surroundings.ts';

export interface BackgroundOptions {
  /** How often the engine is asked for user tasks when nobody rings. */
  readonly pollMs: number;
  /** Told what a round failed with; it is tried again. */
  readonly onFailure: (thrown: unknown) => void;
}

/** Files that nobody refers to are kept this long: an upload may still be under way. */
const SWEEP_GRACE_MS = 24 * 3600 * 1000;
const SWEEP_EVERY_MS = 3600 * 1000;
const OUTBOX_EVERY_MS = 1000;
/** A busy engine rings with every record: new tasks are then read together. */
const TASKS_REST_MS = 200;
/** Terms end with a day: what was said at midnight is known a minute later. */
const TERMS_EVERY_MS = 60_000;
/** Whoever gives a place back makes the next in line wait this much longer. */
const PLACES_EVERY_MS = 5_000;
/** What changes of a right, cases of others that asked for it hear this much later. */
const RIGHTS_EVERY_MS = 5_000;
/** Letters of campaigns go one after the other, as fast as each campaign says; who answered is seen this much later. */
const CAMPAIGNS_EVERY_MS = 5_000;
/** Renewals open with a day; the hour of it matters to nobody. */
const RENEWALS_EVERY_MS = 3600 * 1000;
/** A case that stands still is seen at the desk this much later. */
const INCIDENTS_EVERY_MS = 15_000;
/** What analysts see of where cases wait is this old. */
const STEPS_EVERY_MS = 60_000;
/** Whoever is told of a letter by mail hears of it this much later. */
const LETTER_MAILS_EVERY_MS = 2_000;
const NOTICES_EVERY_MS = 30_000;
/** Systems of others are told this much later; how long what was told, and what they tell us, is kept for their administrators. */
const WEBHOOKS_EVERY_MS = 2_000;
const DELIVERIES_KEPT_MS = 30 * 24 * 3600 * 1000;
/** Nobody waits for a destruction; whoever looks on sees how far it is. */
const DESTRUCTIONS_EVERY_MS = 10_000;
/** What a process that died left behind goes on this much later than its keep. */
const BULK_EVERY_MS = 5_000;
/** Whoever starts a move rings; this is for what a process that died left behind. */
const VERSION_MOVES_EVERY_MS = 5_000;
/** What is scheduled goes live this much after its hour at most. */
const PUBLICATIONS_EVERY_MS = 5_000;
/** Whoever starts one rings; this is for what a process that died left behind. */
const REHEARSALS_EVERY_MS = 10_000;
/** What a process that died left of a file goes on this much later than its keep. */
const IMPORTS_EVERY_MS = 5_000;
/** Rights that wait for processes to catch up go on this much later. */
const RIGHT_IMPORTS_EVERY_MS = 1_000;
/** Whoever brings a statement rings; this is for those that a process left behind. */
const STATEMENTS_EVERY_MS = 5_000;
/** Whoever pays waits for the word of the provider. */
const ONLINE_PAYMENTS_EVERY_MS = 2_000;
/** A letter that is written is handed over this much later. */
const CARRIERS_EVERY_MS = 5_000;
/** Whoever asks for a copy rings; this is for those that a process left behind. */
const COPIES_EVERY_MS = 60_000;
/** Files that came while their scanner was away open this much after it is back. */
const FILES_EVERY_MS = 30_000;
/** What is not anchored yet can be rewritten without a trace: this long at most. */
const ANCHOR_EVERY_MS = 5 * 60_000;

/** What systems of others are told goes out in lanes of its own, which a round opens and a stop waits for. */
const startTelling = (surroundings: Surroundings, onFailure: BackgroundOptions['onFailure']) => {
  const { clock, webhookBell } = surroundings;
  const own = actingAs(surroundings, job('webhooks'));
  const heard = actingAs(surroundings, job('incomingWebhooks'));
  const courier = createCourier(own, onFailure);
  return [
    { stop: () => courier.stop() },
    runInBackground({ bell: webhookBell, everyMs: WEBHOOKS_EVERY_MS, onFailure, round: () => courier.round() }),
    runInBackground({
      bell: createBell(),
      everyMs: SWEEP_EVERY_MS,
      onFailure,
      round: async () => {
        await sweepDeliveries(own.database, clock.now() - DELIVERIES_KEPT_MS);
        await sweepIncoming(heard.database, clock.now() - DELIVERIES_KEPT_MS);
      },
    }),
  ];
};

/** What comes from files of earlier systems is worked off in turns with everything else, and erased in time. */
const startImporting = (surroundings: Surroundings, onFailure: BackgroundOptions['onFailure']) => {
  const cases = actingAs(surroundings, job('caseImports'));
  const rights = actingAs(surroundings, job('rightImports'));
  const every = (everyMs: number, round: () => Promise<unknown>, bell = createBell()) =>
    runInBackground({ bell, everyMs, onFailure, round });
  return [
    every(IMPORTS_EVERY_MS, () => workOffImports(cases), surroundings.importBell),
    every(SWEEP_EVERY_MS, () => sweepImports(cases)),
    every(RIGHT_IMPORTS_EVERY_MS, () => workOffRightImports(rights), surroundings.rightImportBell),
    every(SWEEP_EVERY_MS, () => sweepRightImports(rights)),
  ];
};

/** What the engine does by itself is kept as what people read of it: where cases stand still, and how they go. */
const startFollowing = (surroundings: Surroundings, onFailure: BackgroundOptions['onFailure']) => {
  const every = (everyMs: number, round: () => Promise<unknown>) =>
    runInBackground({ bell: createBell(), everyMs, onFailure, round });
  return [
    every(INCIDENTS_EVERY_MS, () => watchIncidents(actingAs(surroundings, job('incidents')))),
    every(STEPS_EVERY_MS, () => followSteps(actingAs(surroundings, job('steps')))),
  ];
};

/** What has its day, by the clock of the platform. */
const startWatching = (surroundings: Surroundings, onFailure: BackgroundOptions['onFailure']) => {
  const terms = actingAs(surroundings, job('terms'));
  const watches = [
    watchTerms,
    watchOpinions,
    watchReceivables,
    watchPlaces,
    watchObligations,
    expireTransfers,
    endDecidedAppeals,
    watchInspections,
    watchHearings,
    watchNotices,
    giveBackHeld,
    giveBackWithoutPower,
  ];
  return watches.map((watch) =>
    runInBackground({ bell: createBell(), everyMs: TERMS_EVERY_MS, onFailure, round: () => watch(terms) }),
  );
};

/** Starts every round of what happens by itself; each is told to stop by itself. */
export const startBackground = (
  surroundings: Surroundings,
  mirror: TaskMirror,
  { pollMs, onFailure }: BackgroundOptions,
): readonly { stop(): Promise<void> }[] => {
  const { clock, outboxBell, taskBell, bulkBell, statementBell, onlinePaymentBell, copyBell, carrierBell } =
    surroundings;
  const by = (name: JobName) => actingAs(surroundings, job(name));
  const every = (everyMs: number, round: () => Promise<unknown>, bell = createBell()) =>
    runInBackground({ bell, everyMs, onFailure, round });
  return [
    ...startTelling(surroundings, onFailure),
    ...startImporting(surroundings, onFailure),
    ...startFollowing(surroundings, onFailure),
    ...startWatching(surroundings, onFailure),
    every(OUTBOX_EVERY_MS, () => drainOutbox(by('outbox')), outboxBell),
    runInBackground({
      bell: taskBell,
      everyMs: pollMs,
      restMs: TASKS_REST_MS,
      onFailure,
      round: () => synchronizeTasks(by('worklist'), mirror),
    }),
    every(BULK_EVERY_MS, () => workOffBulk(by('bulk')), bulkBell),
    every(VERSION_MOVES_EVERY_MS, () => workOffMoves(by('versionMoves')), surroundings.versionMoveBell),
    every(PUBLICATIONS_EVERY_MS, () => makeScheduledLive(by('publications'))),
    every(REHEARSALS_EVERY_MS, () => workOffRehearsals(by('rehearsals')), surroundings.rehearsalBell),
    every(STATEMENTS_EVERY_MS, () => bookStatements(by('statements')), statementBell),
    every(ONLINE_PAYMENTS_EVERY_MS, () => askProvider(by('onlinePayments')), onlinePaymentBell),
    every(CARRIERS_EVERY_MS, () => carryLetters(by('carriers')), carrierBell),
    every(OUTBOX_EVERY_MS, () => tellOfMoney(by('terms'))),
    every(PLACES_EVERY_MS, () => offerPlaces(by('terms'))),
    every(RIGHTS_EVERY_MS, () => followRights(by('rightSources'))),
    every(CAMPAIGNS_EVERY_MS, () => workOffCampaigns(by('campaigns'))),
    every(CAMPAIGNS_EVERY_MS, () => noteAnswers(by('intake'))),
    every(DESTRUCTIONS_EVERY_MS, () => carryOutDestructions(surroundings)),
    every(NOTICES_EVERY_MS, () => tellByMail(by('notices'))),
    every(LETTER_MAILS_EVERY_MS, () => mailLetters(by('notices'))),
    every(NOTICES_EVERY_MS, () => tellOfRetirements(by('notices'))),
    every(NOTICES_EVERY_MS, () => tellOfTransfers(by('notices'))),
    every(NOTICES_EVERY_MS, () => tellOfAppointments(by('notices'))),
    every(FILES_EVERY_MS, () => checkWaitingFiles(by('fileChecks'))),
    every(COPIES_EVERY_MS, () => makeCopies(by('copies')), copyBell),
    every(SWEEP_EVERY_MS, () => sweepContent(by('contentSweep').database, clock.now() - SWEEP_GRACE_MS)),
    every(SWEEP_EVERY_MS, () => sweepRequestCounts(by('requestCounts').database, clock.now())),
    every(SWEEP_EVERY_MS, () => erasePastAppointments(by('retention'))),
    every(SWEEP_EVERY_MS, () => feedbackRoom(surroundings).sweepReports(job('reports'), {})),
    every(SWEEP_EVERY_MS, () => eraseForgotten(surroundings)),
    every(RENEWALS_EVERY_MS, () => openRenewals(surroundings, job('intake'), {})),
    every(ANCHOR_EVERY_MS, () => anchor(surroundings)),
  ];
};

/** Anchors the audit now, outside of its round. */
export const anchor = (surroundings: Surroundings) => anchorAudit(surroundings, job('auditProof'), {});
