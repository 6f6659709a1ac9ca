import {
  apiTokensRoom,
  auditRoom,
  createCaseHandles,
  identityRoom,
  createNationalNumberVault,
  limitsRoom,
  peopleRoom,
} from '@irisflow/access';
import { applicationsRoom, caseContactsRoom, casesRoom, outboxRoom, retirementMailsRoom } from '@irisflow/casework';
import { tasksRoom } from '@irisflow/tasks';
import { termClockRoom } from '@irisflow/term-clock';
import { closuresRoom } from '@irisflow/terms';
import { absencesRoom } from '@irisflow/absences';
import { delegationsRoom } from '@irisflow/delegations';
import { appointmentsRoom } from '@irisflow/appointments';
import { brandingRoom } from '@irisflow/branding';
import { bulkRoom } from '@irisflow/bulk';
import { rehearsalsRoom } from '@irisflow/rehearsals';
import { versionMovesRoom } from '@irisflow/version-moves';
import { watchRoom } from '@irisflow/watch';
import { caseImportsRoom } from '@irisflow/case-imports';
import { factsRoom, noRegisters } from '@irisflow/facts';
import { messagesRoom } from '@irisflow/messages';
import { accountsRoom, contactsRoom, mandatesRoom, reachRoom } from '@irisflow/parties';
import {
  allowedHostsRoom,
  paperSourcesRoom,
  sourceAccessRoom,
  authorizationsRoom,
  connectorsRoom,
  createProcedureLibrary,
  proceduresRoom,
} from '@irisflow/procedures';
import { createBell, createSealedBox } from '@irisflow/foundation';
import { caseStoreRoom, consultationsRoom } from '@irisflow/connector-door';
import { copiesRoom } from '@irisflow/copies';
import { checklistsRoom } from '@irisflow/checklists';
import { conflictsRoom } from '@irisflow/conflicts';
import { draftingRoom } from '@irisflow/drafting';
import { openEngine, type EngineAddress, type Engine } from '@irisflow/engine-client';
import { answersRoom, participantsRoom, partiesRoom } from '@irisflow/relations';
import { dispatchRoom } from '@irisflow/dispatch';
import { hearingsRoom, inspectionsRoom, opinionsRoom } from '@irisflow/inquiries';
import { insightRoom } from '@irisflow/insight';
import { intakeRoom, mailLinksRoom } from '@irisflow/intake';
import { feedbackRoom } from '@irisflow/feedback';
import { ledgerRoom } from '@irisflow/ledger';
import { lifecycleRoom } from '@irisflow/lifecycle';
import { monitorRoom } from '@irisflow/monitor';
import { budgetsRoom } from '@irisflow/budgets';
import { payablesRoom } from '@irisflow/payables';
import { privacyRoom } from '@irisflow/privacy';
import { noticesRoom } from '@irisflow/notices';
import { campaignsRoom } from '@irisflow/campaigns';
import { obligationsRoom } from '@irisflow/obligations';
import { onlinePaymentsRoom } from '@irisflow/online-payments';
import { postRoomRoom } from '@irisflow/post-room';
import { quotasRoom } from '@irisflow/quotas';
import { rightsRoom } from '@irisflow/rights';
import { rightImportsRoom } from '@irisflow/right-imports';
import { registerEventsRoom } from '@irisflow/register-events';
import { prefillWithRights, registersWithRights, rightSourcesRoom } from '@irisflow/right-sources';
import { statementsRoom } from '@irisflow/statements';
import { viewsRoom } from '@irisflow/views';
import { webhooksRoom } from '@irisflow/webhooks';
import { createTaskMirror, worklistRoom } from '@irisflow/worklist';
import { anchor, type BackgroundOptions, startBackground } from './background.ts';
import type { CaseworkOptions } from './casework-options.ts';
import type { Surroundings } from './surroundings.ts';

const surroundWith = (engine: Engine, options: CaseworkOptions): Omit<Surroundings, 'prefill' | 'registers'> => ({
  database: options.database,
  engine,
  clock: options.clock,
  random: options.random,
  fileChecks: options.fileChecks ?? { scan: null, opensUnchecked: true },
  seals: options.seals ?? new Map(),
  mailer: options.mailer ?? null,
  answers: createSealedBox(options.personalDataKey, 'source answer sealing'),
  publicUrl: options.publicUrl,
  rolesFrom: options.rolesFrom ?? 'auto',
  numbers: createNationalNumberVault(options.personalDataKey),
  details: createSealedBox(options.personalDataKey, 'audit detail sealing'),
  handles: createCaseHandles(options.personalDataKey),
  library: createProcedureLibrary(),
  connectorTypes: options.connectorTypes ?? null,
  anchors: options.anchors ?? null,
  sourceTypes: options.sourceTypes ?? [],
  connectorTemplates: options.connectorTemplates ?? new Map(),
  privateHosts: options.privateHosts ?? [],
  sourceSecrets: createSealedBox(options.personalDataKey, 'source access'),
  outboxBell: createBell(),
  taskBell: createBell(),
  bulkBell: createBell(),
  versionMoveBell: createBell(),
  rehearsalBell: createBell(),
  importBell: createBell(),
  rightImportBell: createBell(),
  statementBell: createBell(),
  paymentProvider: options.paymentProvider ?? null,
  onlinePaymentBell: createBell(),
  carriers: { registered: null, ebox: null, ...options.carriers },
  carrierBell: createBell(),
  importedCells: createSealedBox(options.personalDataKey, 'imported cells'),
  copyBell: createBell(),
  webhookBell: createBell(),
  webhookSender: options.webhookSender ?? null,
  webhookSecrets: createSealedBox(options.personalDataKey, 'webhook secrets'),
});

/** Rights of its own administrations are a source like those of others. */
const surround = (engine: Engine, options: CaseworkOptions): Surroundings => {
  const surroundings: Surroundings = {
    ...surroundWith(engine, options),
    prefill: prefillWithRights(options.prefill, () => surroundings),
    registers: registersWithRights(options.registers ?? noRegisters, () => surroundings),
  };
  return surroundings;
};

/** Every room of casework; each function takes an actor and one object. */
export interface Casework {
  readonly identity: ReturnType<typeof identityRoom> & ReturnType<typeof accountsRoom>;
  /** For whom people act. */
  readonly mandates: ReturnType<typeof mandatesRoom>;
  /** By which ways people want to be reached. */
  readonly reach: ReturnType<typeof reachRoom>;
  /** People and companies as a desk sees them. */
  readonly parties: ReturnType<typeof partiesRoom>;
  /** Who takes part in cases beside their applicants. */
  readonly participants: ReturnType<typeof participantsRoom>;
  readonly people: ReturnType<typeof peopleRoom>;
  readonly limits: ReturnType<typeof limitsRoom>;
  /** Other systems of an administration, and what each may do. */
  readonly apiTokens: ReturnType<typeof apiTokensRoom>;
  readonly procedures: ReturnType<typeof proceduresRoom>;
  readonly applications: ReturnType<typeof applicationsRoom> & ReturnType<typeof retirementMailsRoom>;
  readonly cases: ReturnType<typeof casesRoom>;
  /** People who get in touch, and the cases that come of it. */
  readonly contacts: ReturnType<typeof contactsRoom> &
    ReturnType<typeof caseContactsRoom> &
    ReturnType<typeof answersRoom>;
  readonly tasks: ReturnType<typeof tasksRoom> & ReturnType<typeof worklistRoom>;
  /** Cases that come in by other ways than the portal, and how cases belong together. */
  readonly intake: ReturnType<typeof intakeRoom>;
  /** The way in without an identity. */
  readonly mailLinks: ReturnType<typeof mailLinksRoom>;
  readonly lifecycle: ReturnType<typeof lifecycleRoom>;
  readonly branding: ReturnType<typeof brandingRoom>;
  readonly feedback: ReturnType<typeof feedbackRoom>;
  readonly caseStore: ReturnType<typeof caseStoreRoom>;
  readonly authorizations: ReturnType<typeof authorizationsRoom>;
  readonly consultations: ReturnType<typeof consultationsRoom>;
  /** What sources said, beside what applicants said. */
  readonly facts: ReturnType<typeof factsRoom>;
  /** One set of answers for many tasks. */
  readonly bulk: ReturnType<typeof bulkRoom>;
  readonly versionMoves: ReturnType<typeof versionMovesRoom>;
  readonly rehearsals: ReturnType<typeof rehearsalsRoom>;
  readonly watch: ReturnType<typeof watchRoom>;
  /** Cases of earlier systems, taken over from files. */
  readonly caseImports: ReturnType<typeof caseImportsRoom>;
  /** Who is away, and who has their tasks meanwhile. */
  readonly absences: ReturnType<typeof absencesRoom>;
  readonly delegations: ReturnType<typeof delegationsRoom>;
  /** Counters, and who comes to them when. */
  readonly appointments: ReturnType<typeof appointmentsRoom>;
  /** Views of the worklist that clerks saved. */
  readonly views: ReturnType<typeof viewsRoom>;
  /** What is looked at in a step, point by point. */
  readonly checklists: ReturnType<typeof checklistsRoom>;
  readonly conflicts: ReturnType<typeof conflictsRoom>;
  /** What an office writes into its decisions. */
  readonly drafting: ReturnType<typeof draftingRoom>;
  /** What applicants and offices write to each other. */
  readonly messages: ReturnType<typeof messagesRoom>;
  /** Copies of the file of a case, for its parties and for the office. */
  readonly copies: ReturnType<typeof copiesRoom>;
  /** Systems of others that are told what happens to cases. */
  readonly webhooks: ReturnType<typeof webhooksRoom>;
  readonly allowedHosts: ReturnType<typeof allowedHostsRoom>;
  readonly paperSources: ReturnType<typeof paperSourcesRoom>;
  readonly sourceAccess: ReturnType<typeof sourceAccessRoom>;
  readonly connectors: ReturnType<typeof connectorsRoom>;
  /** The terms of cases, and the days on which offices are closed. */
  readonly terms: ReturnType<typeof termClockRoom> & ReturnType<typeof closuresRoom>;
  /** What others are asked before a case is decided. */
  readonly opinions: ReturnType<typeof opinionsRoom>;
  /** The mails that tell of letters. */
  readonly dispatch: ReturnType<typeof dispatchRoom>;
  /** Who is heard before a case is decided, when and where. */
  readonly hearings: ReturnType<typeof hearingsRoom>;
  /** What is looked at on site, by whom, and what they found. */
  readonly inspections: ReturnType<typeof inspectionsRoom>;
  /** What decisions leave behind, for years. */
  readonly rights: ReturnType<typeof rightsRoom>;
  /** Letters whose arrival starts a clock. */
  readonly notices: ReturnType<typeof noticesRoom>;
  /** How letters leave the house. */
  readonly postRoom: ReturnType<typeof postRoomRoom>;
  /** How many rights of a kind there may be, and who waits for one. */
  readonly obligations: ReturnType<typeof obligationsRoom>;
  /** What an administration writes to many people at once. */
  readonly campaigns: ReturnType<typeof campaignsRoom>;
  readonly quotas: ReturnType<typeof quotasRoom>;
  /** Rights that administrations ask of each other. */
  readonly rightImports: ReturnType<typeof rightImportsRoom>;
  readonly rightSources: ReturnType<typeof rightSourcesRoom>;
  readonly registerEvents: ReturnType<typeof registerEventsRoom>;
  /** What people owe, and the books. */
  readonly ledger: ReturnType<typeof ledgerRoom>;
  /** What an administration pays out. */
  readonly budgets: ReturnType<typeof budgetsRoom>;
  readonly payables: ReturnType<typeof payablesRoom>;
  /** What banks say that came in and left. */
  readonly statements: ReturnType<typeof statementsRoom>;
  /** What people pay on the pages of a payment provider. */
  readonly onlinePayments: ReturnType<typeof onlinePaymentsRoom>;
  readonly outbox: ReturnType<typeof outboxRoom>;
  readonly monitor: ReturnType<typeof monitorRoom>;
  /** What cases add up to. */
  readonly insight: ReturnType<typeof insightRoom>;
  /** Who read what about whom, how long cases are kept, and their destruction. */
  readonly privacy: ReturnType<typeof privacyRoom>;
  readonly audit: ReturnType<typeof auditRoom>;
  /** Starts what happens by itself: the outbox, the mirror of the engine's user tasks, the clock of terms, the sweep of files. */
  start(how: BackgroundOptions): void;
  /** Says that the engine may have new or ended user tasks; they are read at once. */
  nudge(): void;
  /** Ends the background work after its current round and leaves the engine. The database stays open. */
  stop(): Promise<void>;
}

/** Who people are, for whom they act, and how they come in and are reached. */
const peopleRooms = (surroundings: Surroundings) => ({
  identity: { ...identityRoom(surroundings), ...accountsRoom(surroundings) },
  mandates: mandatesRoom(surroundings),
  reach: reachRoom(surroundings),
  parties: partiesRoom(surroundings),
  participants: participantsRoom(surroundings),
  people: peopleRoom(surroundings),
  mailLinks: mailLinksRoom(surroundings),
});

/** What people are asked or summoned to, and the letters that go to them. */
const inquiryRooms = (surroundings: Surroundings) => ({
  opinions: opinionsRoom(surroundings),
  dispatch: dispatchRoom(surroundings),
  hearings: hearingsRoom(surroundings),
  inspections: inspectionsRoom(surroundings),
});

/** How an office works: who does which tasks, with what at hand. */
const officeRooms = (surroundings: Surroundings) => ({
  bulk: bulkRoom(surroundings),
  versionMoves: versionMovesRoom(surroundings),
  rehearsals: rehearsalsRoom(surroundings),
  watch: watchRoom(surroundings),
  absences: absencesRoom(surroundings),
  delegations: delegationsRoom(surroundings),
  appointments: appointmentsRoom(surroundings),
  views: viewsRoom(surroundings),
  checklists: checklistsRoom(surroundings),
  conflicts: conflictsRoom(surroundings),
  drafting: draftingRoom(surroundings),
});

/** What decisions leave behind. */
const decidedRooms = (surroundings: Surroundings) => ({
  rights: rightsRoom(surroundings),
  obligations: obligationsRoom(surroundings),
  campaigns: campaignsRoom(surroundings),
  quotas: quotasRoom(surroundings),
  rightImports: rightImportsRoom(surroundings),
  rightSources: rightSourcesRoom(surroundings),
  registerEvents: registerEventsRoom(surroundings),
  notices: noticesRoom(surroundings),
  postRoom: postRoomRoom(surroundings),
  ledger: ledgerRoom(surroundings),
  budgets: budgetsRoom(surroundings),
  payables: payablesRoom(surroundings),
  statements: statementsRoom(surroundings),
  onlinePayments: onlinePaymentsRoom(surroundings),
});

/** Casework on an engine that is already open. */
export const openCaseworkOn = (engine: Engine, options: CaseworkOptions): Casework => {
  const surroundings = surround(engine, options);
  const mirror = createTaskMirror();
  let background: ReturnType<typeof startBackground> = [];
  return {
    ...peopleRooms(surroundings),
    ...inquiryRooms(surroundings),
    ...officeRooms(surroundings),
    ...decidedRooms(surroundings),
    limits: limitsRoom(surroundings),
    apiTokens: apiTokensRoom(surroundings),
    procedures: proceduresRoom(surroundings),
    applications: { ...applicationsRoom(surroundings), ...retirementMailsRoom(surroundings) },
    cases: casesRoom(surroundings),
    contacts: {
      ...contactsRoom(surroundings),
      ...caseContactsRoom(surroundings),
      ...answersRoom(surroundings),
    },
    tasks: { ...tasksRoom(surroundings), ...worklistRoom(surroundings, mirror) },
    intake: intakeRoom(surroundings),
    lifecycle: lifecycleRoom(surroundings),
    branding: brandingRoom(surroundings),
    feedback: feedbackRoom(surroundings),
    caseStore: caseStoreRoom(surroundings),
    authorizations: authorizationsRoom(surroundings),
    consultations: consultationsRoom(surroundings),
    facts: factsRoom(surroundings),
    caseImports: caseImportsRoom(surroundings),
    messages: messagesRoom(surroundings),
    copies: copiesRoom(surroundings),
    webhooks: webhooksRoom(surroundings),
    allowedHosts: allowedHostsRoom(surroundings),
    paperSources: paperSourcesRoom(surroundings),
    sourceAccess: sourceAccessRoom(surroundings),
    connectors: connectorsRoom(surroundings),
    terms: { ...termClockRoom(surroundings), ...closuresRoom(surroundings) },
    outbox: outboxRoom(surroundings),
    monitor: monitorRoom(surroundings),
    insight: insightRoom(surroundings),
    privacy: privacyRoom(surroundings),
    audit: auditRoom(surroundings),
    /** Starts what happens by itself: the outbox, the mirror of the engine's user tasks, the sweep of files. */
    start: (how: BackgroundOptions): void => {
      if (background.length === 0) background = startBackground(surroundings, mirror, how);
    },
    /** Says that the engine may have new or ended user tasks; they are read at once. */
    nudge: (): void => surroundings.taskBell.ring(),
    /** Ends the background work after its current round and leaves the engine. The database stays open. */
    stop: async (): Promise<void> => {
      await Promise.all(background.map((one) => one.stop()));
      const ran = background.length > 0;
      background = [];
      try {
        if (ran) await anchor(surroundings);
      } finally {
        await engine.close();
      }
    },
  };
};

/**
 * Opens casework on a migrated database and an engine at an address, embedded or a cluster.
 * @example const casework = openCasework({ database, engine: { grpcAddress: '127.0.0.1:26500', restUrl }, ... })
 */
export const openCasework = (options: CaseworkOptions & { readonly engine: EngineAddress }): Casework =>
  openCaseworkOn(openEngine(options.engine), options);
