import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import {
  askDiagnosis,
  givenCase,
  givenDraft,
  givenProcedure,
  leaveRight,
  offerBulk,
  taskOf,
} from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Request, type Visitor } from '../testing/visitor.ts';

const pdf = { name: 'proof.pdf', content: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 1)]) };
/** A restricted answer that nobody unmasked. */
const planted = 'Maladie-de-Crohn-4711';
const anyText = { fr: 'x', nl: 'x', en: 'x' };
const settings = {
  name: anyText,
  address: anyText,
  procedures: [],
  takesOther: true,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  slotMinutes: 30,
  desks: 1,
  daysAhead: 60,
  hoursBefore: 0,
  languages: ['fr'],
  isOpen: true,
};
const everyStaffRole = [
  'agent',
  'supervisor',
  'analyst',
  'administrator',
  'auditor',
  'accountant',
  'communicator',
] as const;

interface CaseFile {
  readonly id: string;
  readonly processInstanceKey?: string;
  readonly documents: { readonly id: string; readonly origin: string }[];
  readonly informationRequests: { readonly id: string }[];
}

describe('isolation', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;
  let neighbor: Visitor;
  let housing: Visitor;
  let mobility: Visitor;
  /** Somebody of housing who has a conflict of interest with `citizen`. */
  let partial: Visitor;
  let connector: Visitor;
  /** What belongs to `citizen` and to housing, by the names of path parameters. */
  let own: Record<string, string>;

  const name = { fr: 'x', nl: 'x', en: 'x' };

  const givenRequestAndProof = async (caseId: string) => {
    const label = { fr: 'Preuve', nl: 'Bewijs', en: 'Proof' };
    const { requestId } = await connector.ask<{ requestId: string }>('requestInformation', {
      headers: { 'idempotency-key': 'ask' },
      body: { items: [{ key: 'proof', label }], dueDate: '2099-01-01' },
    });
    const { id: documentId } = await citizen.ask<{ id: string }>('addMyDocument', { params: { caseId }, file: pdf });
    return { requestId, documentId };
  };

  const givenColleagueAndInvitation = async () => {
    const system = { kind: 'job', name: 'operator' } as const;
    const administration = 'brussels-housing';
    const { id: personId } = await given.casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: 'colleague',
      name: 'Cato',
      language: 'nl',
      roles: ['agent'],
      rolesFrom: 'here',
      administration,
    });
    const invitation = { administration, roles: ['agent'] as const, groups: [], email: 'new@housing.example' };
    const { id: invitationId } = await given.casework.people.invite(system, invitation);
    return { administration, personId, invitationId };
  };

  /** What housing lets a colleague of theirs do. */
  const givenDelegation = async (delegateId: string) => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { id: delegationId } = await housing.ask<{ id: string }>('giveDelegation', {
      body: {
        delegateId,
        from: tomorrow,
        to: tomorrow,
        groups: ['agent'],
        procedures: null,
        capacity: { fr: 'x', nl: 'x', en: 'x' },
        instrument: 'x',
      },
    });
    return { delegationId };
  };

  /** A counter of housing, and an hour that the applicant booked there. */
  const givenAppointment = async () => {
    const { id: counterId } = await housing.ask<{ id: string }>('addCounter', { body: { settings } });
    const { days } = await citizen.ask<{ days: { slots: { from: string }[] }[] }>('listFreeHours', {
      query: { counterId, from: new Date().toISOString().slice(0, 10) },
    });
    const from = days[2]?.slots[0]?.from;
    const { id: appointmentId } = await citizen.ask<{ id: string }>('bookMyAppointment', {
      body: { counterId, from, procedureKey: null, caseId: null, language: 'fr', phone: null },
    });
    return { counterId, appointmentId };
  };

  /** Of an obstacle on a page of housing, by nobody. */
  const givenReport = async () => {
    await citizen.ask('makeAccessibilityReport', {
      params: { administration: 'brussels-housing' },
      body: { words: 'x', page: null, email: null, language: 'fr' },
    });
    const { reports } = await housing.ask<{ reports: { id: string }[] }>('listAccessibilityReports');
    return { reportId: reports[0]?.id ?? '' };
  };

  /** A label of housing and a note of its about the applicant. */
  const givenMarks = async (partyId: string) => {
    const system = { kind: 'job', name: 'operator' } as const;
    const staff = await given.casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: 'marker',
      name: 'Maud',
      language: 'fr',
      roles: ['supervisor'],
      administration: 'brussels-housing',
    });
    const marker = { kind: 'person', person: staff, session: null } as const;
    const { parties } = given.casework;
    const name = { fr: 'Fragile', nl: 'Kwetsbaar' };
    const [label] = await parties.addPartyLabel(marker, { name, color: 'red' });
    const note = { partyId, text: 'x', audience: 'clerks', withheld: null } as const;
    const [written] = await parties.addPartyNote(marker, note);
    return { labelId: label?.id ?? '', noteId: written?.id ?? '' };
  };

  const authorization = {
    procedureKey: 'rent-aid',
    sourceKey: 'be-national-register',
    purpose: { fr: 'x', nl: 'x', en: 'x' },
    legalBasis: 'x',
    fields: [],
  };
  const view = {
    name: 'x',
    definition: { list: 'team', filter: { match: 'all', parts: [] }, columns: ['task'], sort: 'due' },
    shared: true,
  };
  const host = { connectorType: 'http-json', host: 'api.example.org', purpose: 'x' };

  const givenPermits = async () => {
    const { id: authorizationId } = await housing.ask<{ id: string }>('grantSourceAuthorization', {
      body: authorization,
    });
    const { id: allowedHostId } = await housing.ask<{ id: string }>('addAllowedHost', { body: host });
    const { connectorToken } = await housing.ask<{ connectorToken: { id: string } }>('createConnectorToken', {
      body: { name: 'x', types: ['brussels-housing.permit'] },
    });
    const { apiToken } = await housing.ask<{ apiToken: { id: string } }>('createApiToken', {
      body: { name: 'x', scopes: ['cases.read'], procedures: null, addresses: null, lastDay: '2027-01-01' },
    });
    const { webhook } = await housing.ask<{ webhook: { id: string } }>('createWebhook', {
      body: { name: 'x', url: 'https://hooks.example.org/in', events: ['case.opened'], procedures: null },
    });
    const { id: deliveryId } = await housing.ask<{ id: string }>('sendWebhookTrial', {
      params: { webhookId: webhook.id },
    });
    const { id: closureId } = await housing.ask<{ id: string }>('addClosure', {
      body: { name: authorization.purpose, recurs: 'once', from: '2026-12-28' },
    });
    return {
      authorizationId,
      allowedHostId,
      tokenId: connectorToken.id,
      apiTokenId: apiToken.id,
      webhookId: webhook.id,
      deliveryId,
      closureId,
    };
  };

  const note = {
    channel: 'call',
    kind: 'question',
    language: 'nl',
    firstName: 'Noor',
    lastName: 'Verlinden',
    phone: null,
    email: null,
    subject: 'x',
    said: 'x',
    answer: '',
    followUp: '',
    followUpOn: null,
  };

  const givenContact = async () => {
    const { id: contactId } = await housing.ask<{ id: string }>('recordContact', {
      body: { who: { kind: 'unknown' }, note },
    });
    return { contactId };
  };

  const givenMandate = async () => {
    const { id: mandateId } = await citizen.ask<{ id: string }>('grantMandate', {
      body: {
        mandatee: 'Noa',
        nationalNumber: '85.01.01-123.87',
        procedures: null,
        mayDelegate: false,
        validFrom: '2099-01-01',
        validTo: null,
      },
    });
    return { mandateId };
  };

  const paragraph = {
    title: { fr: 'x', nl: '' },
    text: { fr: 'x', nl: '' },
    legalReference: { fr: '', nl: '' },
    procedures: [],
    steps: [],
    outcomes: [],
    grounds: [],
    validFrom: null,
    validTo: null,
  };

  const givenHold = async (caseId: string) => {
    const { holds } = await housing.ask<{ holds: { id: string }[] }>('placeHold', {
      params: { caseId },
      body: { on: 'case', reason: 'x', until: null },
    });
    return holds[0]?.id ?? '';
  };

  const givenRight = async () => {
    const body = { action: 'grant', kind: 'stall', data: { place: 'Place Flagey' } };
    const headers = { 'idempotency-key': 'right' };
    const { rightId } = await connector.ask<{ rightId: string }>('changeRight', { body, headers });
    return { rightId };
  };

  /** One that was due long ago. */
  /** What housing would write to people. */
  const campaignPlan = (letter: string) => ({
    name: 'x',
    title: name,
    purpose: name,
    legalBasis: name,
    ground: 'task',
    selection: {
      from: 'cases',
      procedureKey: 'rent-aid',
      statuses: ['submitted'],
      filedFrom: null,
      filedTo: null,
      language: null,
      without: null,
    },
    procedureKey: 'rent-aid',
    link: 'followUpOf',
    letter,
    beginsOn: '2099-01-01',
    endsOn: '2099-12-31',
    perDay: 1,
    perHour: 1,
    officeHours: false,
    stopShare: 50,
  });
  const givenOccurrence = async (rightId: string) => {
    const body = { action: 'start', obligation: 'turnover', rightId };
    await connector.ask('changeObligation', { body, headers: { 'idempotency-key': 'obligation' } });
    await given.casework.obligations.watch({ kind: 'job', name: 'operator' }, {});
    const [obligation] = await housing.ask<{ occurrences: { id: string }[] }[]>('listObligationsOfRight', {
      params: { rightId },
    });
    return { occurrenceId: obligation?.occurrences[0]?.id ?? '' };
  };

  const givenPlace = async () => {
    const body = { action: 'reserve', quota: 'flagey' };
    await connector.ask('changePlace', { body, headers: { 'idempotency-key': 'place' } });
    return { procedureKey: 'rent-aid', quotaKey: 'flagey' };
  };

  const givenOpinion = async (caseId: string) => {
    const [administration, group] = ['brussels-housing', 'legal'];
    await housing.ask('saveGroup', {
      params: { administration, key: group },
      body: { name: { fr: 'x', nl: 'x', en: 'x' }, service: null },
    });
    const whom = { kind: 'group', administration, group, days: 9, isPublic: true };
    const [asked] = await housing.ask<{ id: string }[]>('requestOpinion', {
      params: { caseId },
      body: { whom, question: 'x', documents: [] },
    });
    return { opinionId: asked?.id ?? '' };
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    const person = (name: string, more: Omit<Parameters<typeof givenPerson>[2], 'name'>) =>
      givenPerson(app, given.casework, { name, ...more });
    citizen = await person('Léa', { roles: ['citizen'], nationalNumber: '85000099712' });
    neighbor = await person('Noor', { roles: ['citizen'] });
    housing = await person('Hugo', { roles: everyStaffRole, administration: 'brussels-housing' });
    mobility = await person('Mia', { roles: everyStaffRole, administration: 'brussels-mobility' });
    partial = await person('Pia', { roles: everyStaffRole, administration: 'brussels-housing' });
    await givenProcedure(housing, 'rent-aid');
    await leaveRight(housing, 'rent-aid');
    await offerBulk(housing, 'rent-aid');
    await askDiagnosis(housing, 'rent-aid', { reason: 'health' });
    const caseId = await givenCase(citizen, 'rent-aid', { diagnosis: planted });
    connector = await givenConnector(given, caseId);
    const taskId = await taskOf(given.casework, housing, caseId);
    const { id: draftId } = await givenDraft(citizen, 'rent-aid');
    const { id: bulkId } = await housing.ask<{ id: string }>('startBulkDecision', {
      body: { taskIds: [taskId], answers: {} },
    });
    const { id: absenceId } = await housing.ask<{ id: string }>('recordAbsence', {
      body: {
        personId: (await housing.ask<{ id: string }[]>('listColleagues'))[0]?.id,
        from: '2099-01-01',
        to: '2099-01-02',
        standInId: null,
      },
    });
    const { id: paragraphId } = await housing.ask<{ id: string }>('addParagraph', {
      body: { key: 'ceiling', content: paragraph },
    });
    const [instance] = (
      await housing.ask<{ items: { processInstanceKey: string }[] }>('listInstances', { params: { key: 'rent-aid' } })
    ).items;
    const importFile = {
      name: 'old.csv',
      content: Buffer.from('reference;received-on;applicant-name\nA1;2020-01-31;Noor\n'),
    };
    const { id: importId } = await housing.ask<{ id: string }>('uploadCaseImport', {
      params: { key: 'rent-aid' },
      file: importFile,
    });
    const { rightId } = await givenRight();
    own = {
      caseId,
      importId,
      taskId,
      bulkId,
      absenceId,
      viewId: (await housing.ask<{ id: string }>('saveView', { body: view })).id,
      paragraphId,
      draftId,
      sourceKey: 'be-national-register',
      key: 'rent-aid',
      version: '1',
      processInstanceKey: instance?.processInstanceKey ?? '',
      incidentKey: '1',
      sequence: '1',
      ...(await givenRequestAndProof(caseId)),
      ...(await givenColleagueAndInvitation()),
      ...(await givenPermits()),
      ...(await givenContact()),
      ...(await givenOpinion(caseId)),
      hearingId: 'd'.repeat(22),
      noticeId: 'd'.repeat(22),
      inspectionId: 'd'.repeat(22),
      rightId,
      ...(await givenPlace()),
      ...(await givenOccurrence(rightId)),
      campaignId: 'd'.repeat(22),
      number: '0',
      recipientId: 'd'.repeat(22),
      ...(await givenMandate()),
      partyId: (await housing.ask<{ partyId: string }>('getCase', { params: { caseId } })).partyId,
      externalReference: 'theirs-1',
      linkId: 'd'.repeat(22),
      reopeningId: 'd'.repeat(22),
      transferId: 'd'.repeat(22),
      changeId: 'd'.repeat(22),
      destructionId: 'd'.repeat(22),
      conflictId: 'd'.repeat(22),
      receivableId: 'd'.repeat(22),
      paymentId: 'd'.repeat(22),
      writeOffId: 'd'.repeat(22),
      statementId: 'd'.repeat(22),
      batchId: 'd'.repeat(22),
      holdId: await givenHold(caseId),
      participantId: 'd'.repeat(22),
      copyId: 'd'.repeat(22),
      ...(await givenAppointment()),
      intoPartyId: 'e'.repeat(22),
      mergeId: 'd'.repeat(22),
      ruleId: 'd'.repeat(22),
      ...(await givenReport()),
    };
    own = { ...own, ...(await givenMarks(own['partyId'] ?? '')), ...(await givenDelegation(own['personId'] ?? '')) };
    await partial.ask('declareConflict', { params: { caseId }, body: { scope: 'party', reason: 'My sister.' } });
  }, 60_000);
  afterAll(() => given.close());

  const accessRule = {
    name,
    groups: ['agent'],
    people: [],
    procedures: null,
    languages: null,
    communes: null,
    showsDocuments: true,
  };

  /** A valid body for every operation that takes one and an id of somebody's. */
  const bodies: Partial<Record<OperationId, unknown>> = {
    judgeOccurrence: { verdict: 'waive', reason: 'x' },
    changeCampaign: { revision: 1, plan: campaignPlan('grant') },
    sendBackCampaign: { reason: 'x' },
    pauseCampaign: { reason: 'x' },
    stopCampaign: { reason: 'x' },
    answerInvitation: { language: 'fr' },
    chooseCampaigns: { choice: 'objects' },
    submitEvidence: { data: {} },
    moveRight: { to: 'suspended', reason: 'x' },
    sayNoticeFate: { channel: 'post', kind: 'sent', day: '2026-11-25', reason: 'x' },
    disputeValue: { pointer: '/request', reason: 'Wrong.' },
    saveDraft: { data: {}, language: 'fr', revision: 1 },
    submitApplication: { data: { request: 'x' }, language: 'fr' },
    answerInformationRequest: { text: 'x', items: [] },
    withdrawCase: { reason: 'x' },
    moveMyAppointment: { from: '2099-01-01T09:00:00.000Z' },
    moveAppointment: { from: '2099-01-01T09:00:00.000Z' },
    cancelAppointment: { reason: 'x' },
    receiveVisitor: { state: 'arrived' },
    previewCounter: { settings },
    changeCounter: { settings, revision: 1, misfits: 0 },
    assignTask: { personId: 'x' },
    reassignTasks: { moves: [{ taskId: '1', personId: 'x' }] },
    changeView: { ...view, revision: 1 },
    sendTaskBack: { reason: 'x' },
    changeParagraph: { version: 1, content: paragraph, reason: '' },
    retireParagraph: { version: 1, reason: 'x' },
    restoreParagraph: { version: 1, reason: 'x' },
    saveLetterDraft: { version: 0, edits: [] },
    offerMessageParagraphs: {},
    offerParagraphs: { field: '/conclusion', data: {} },
    insertParagraph: { field: '/conclusion', data: {}, paragraphId: 'd'.repeat(22), version: 1 },
    saveTaskDraft: { data: {} },
    completeTask: { data: { conclusion: 'x' } },
    addNote: { text: 'x' },
    correctAnswers: { data: { request: 'x' }, reason: 'x', seen: 0 },
    resolveStep: { reason: 'x' },
    writeToApplicant: { text: 'x', asks: false, documents: [] },
    writeToOffice: { text: 'x', documents: [] },
    orderInspection: { key: 'x', whom: { kind: 'declared' }, address: 'x', subject: 'x', documents: [] },
    withdrawInspection: { reason: 'x' },
    planVisit: { visitOn: null },
    saveInspectionDraft: { data: {}, outcome: null },
    reportInspection: { data: {}, outcome: 'compliant' },
    scheduleHearing: { key: 'x', day: '2099-01-01', time: '10:00', place: 'x', summons: ['applicant'] },
    moveHearing: { day: '2099-01-01', time: '10:00', place: 'x', reason: 'x' },
    cancelHearing: { reason: 'x' },
    keepHearing: { answer: 'x' },
    reportHearing: { presence: [], minutes: 'x', documents: [] },
    askOtherTime: { reason: 'x' },
    requestOpinion: { whom: { kind: 'declared', key: 'x' }, question: 'x', documents: [] },
    withdrawOpinion: { reason: 'x' },
    answerOpinion: { outcome: 'favorable', motivation: 'x', documents: [] },
    markChecklistPoint: { isTicked: true, remark: '' },
    settleSourceChange: { upTo: '2026-11-25T09:00:00.000Z', outcome: 'accepted', effectiveMonth: '2026-12' },
    correctFact: { sourceKey: 'x', field: 'x', claimed: 'x', reason: 'x', documentId: 'd'.repeat(22) },
    writeName: { name: 'x' },
    recordAppeal: { receivedOn: '2026-11-25', summary: 'x' },
    endAppeal: { outcome: 'withdrawn', reason: 'x' },
    saveProcedureFile: { path: 'parameters.json', content: '[]', revision: 1 },
    removeProcedureFile: { path: 'parameters.json', revision: 1 },
    publishProcedure: { note: 'x', revision: 1 },
    restoreReplacedDraft: { revision: 1 },
    resolveIncident: { reason: 'x' },
    unmaskInstance: { reason: 'x', category: 'control' },
    unmaskAnswer: { pointer: '/diagnosis', reason: 'x', category: 'handling' },
    maskAnswer: { pointer: '/diagnosis' },
    setInstanceVariables: { scopeKey: '1', variables: { a: 1 }, reason: 'x', category: 'wrongData' },
    suspendInstance: { reason: 'x' },
    resumeInstance: { reason: 'x' },
    cancelInstance: { reason: 'x' },
    renameAdministration: { name },
    saveService: { name },
    saveGroup: { name, service: null },
    addAccessRule: accessRule,
    changeAccessRule: accessRule,
    previewAccessRule: accessRule,
    changeContact: { revision: 1, answer: '', followUp: '', followUpOn: null, state: 'open', term: 'ordinary' },
    declareConflict: { scope: 'case', reason: 'x' },
    liftConflict: { reason: 'x' },
    allotPayment: { parts: [{ receivableId: 'd'.repeat(22), amount: '1.00' }] },
    giveBackPayment: { amount: '1.00', reason: 'x' },
    notePayment: { text: 'x' },
    bookPayout: {},
    payOnline: { locale: 'fr' },
    reverseEntryOfPayment: { entryId: 'd'.repeat(22), reason: 'x' },
    reversePayment: { entryId: 'd'.repeat(22), reason: 'x' },
    orderRefund: { iban: 'BE68539007547034', payee: 'x' },
    confirmPaymentBatch: { day: '2026-11-25' },
    postPrintBatch: { day: '2026-11-25', except: [], numbers: [] },
    askWriteOff: { reason: 'x' },
    decideWriteOff: { isApproved: true },
    addCaseParticipant: {
      role: 'landlord',
      kind: 'person',
      name: 'x',
      number: null,
      language: 'fr',
      email: null,
      phone: null,
      address: null,
      relation: null,
      birthDate: null,
      validFrom: '2026-11-25',
      validTo: null,
      proof: 'x',
    },
    endCaseParticipant: { reason: 'x' },
    mergeParty: { reason: 'x' },
    undoPartyMerge: { reason: 'x' },
    changePartyLabel: { name: { fr: 'x', nl: 'x' }, color: 'red', isRetired: false },
    putPartyLabels: { labels: [] },
    addPartyNote: { text: 'x', audience: 'clerks', withheld: null },
    changePartyNote: { text: 'x', audience: 'clerks', withheld: null, revision: 1 },
    deletePartyNote: { reason: 'x' },
    cancelPartyNumber: { nationalNumber: '85000099712', reason: 'x' },
    restorePartyNumber: { nationalNumber: '85000099712', reason: 'x' },
    recordPartyMandate: {
      mandatee: 'Noa',
      nationalNumber: '85.01.01-123.87',
      procedures: ['rent-aid'],
      validFrom: '2099-01-01',
      validTo: null,
      proof: 'x',
    },
    openCaseByReference: {
      procedureKey: 'rent-aid',
      applicant: { name: 'x', email: null, nationalNumber: null },
      language: 'fr',
      receivedOn: null,
      data: { request: 'x' },
    },
    checkCaseImport: {
      settings: { columns: [], marks: {}, language: 'fr', mode: 'close', termsFromReceipt: false },
    },
    startCaseImport: { revision: 0 },
    copyFile: { audience: 'party', recipient: 'x', reason: 'x', handOver: false, withhold: [] },
    linkCase: { kind: 'followUpOf', ofCaseId: 'd'.repeat(22), reason: 'x' },
    unlinkCase: { reason: 'x' },
    proposeTransfer: { to: 'brussels-mobility', reason: 'x', documents: [], withAnswers: false, days: 5 },
    acceptTransfer: { procedureKey: 'rent-aid' },
    refuseTransfer: { reason: 'x' },
    reopenCase: { ground: 'error', reason: 'x' },
    saveBranding: {
      revision: 0,
      branding: {
        accent: '#1b6445',
        logo: 'none',
        senderName: null,
        replyTo: null,
        letterAddress: null,
        letterFooter: null,
      },
    },
    judgeBranding: { accent: '#1b6445', logo: null },
    saveAccessibilityStatement: {
      revision: 0,
      texts: { limits: anyText, contact: anyText, enforcement: anyText, reviewedOn: '2026-01-01' },
    },
    handleAccessibilityReport: { isHandled: true },
    giveFeedback: { moment: 'filed', score: 3, comment: '' },
    declareChange: { answers: [{ pointer: '/request', value: 'y' }], since: '2026-01-01', reason: 'x', documents: [] },
    withdrawPart: { part: 'x', since: '2026-01-01', reason: 'x' },
    settleChange: { isAccepted: true, reason: '', seen: 0 },
    decideReopening: { isApproved: true, reason: '' },
    openApplicationOfContact: { procedureKey: 'rent-aid' },
    placeHold: { on: 'case', reason: 'x', until: null },
    liftHold: { reason: 'x' },
    renewApiToken: { lastDay: '2027-01-01' },
    changeStaff: { administration: 'brussels-mobility', roles: ['agent'], groups: [] },
  };

  /** The query of those that need one. */
  const queries: Partial<Record<OperationId, Record<string, string>>> = {
    addDraftDocument: { pointer: '/request' },
    addEvidence: { pointer: '/statement' },
    fetchFileCopy: { as: 'pdf' },
    fetchMyFileCopy: { as: 'pdf' },
    getAgenda: { day: '2099-01-01' },
    printBatch: { locale: 'fr' },
    listCaseImportRows: { kind: 'wrong' },
    addCaseDocument: { kind: 'other', shownTo: 'office' },
    exportResults: { language: 'fr' },
  };

  const requestOf = (id: OperationId): Request => ({
    params: id === 'renewApiToken' || id === 'revokeApiToken' ? { tokenId: own['apiTokenId'] ?? '' } : own,
    ...(id in queries ? { query: queries[id] ?? {} } : {}),
    ...((operations[id] as Operation).body === 'file' ? { file: pdf } : {}),
    ...(id in bodies ? { body: bodies[id] } : {}),
  });

  const withIds = (access: (operation: Operation) => boolean): OperationId[] =>
    Object.entries<Operation>(operations).flatMap(([id, operation]) =>
      operation.params !== undefined && access(operation) ? [id as OperationId] : [],
    );
  const ofCitizens = withIds(({ access }) => Array.isArray(access) && access.includes('citizen'));
  const ofStaff = withIds(({ access }) => Array.isArray(access) && !access.includes('citizen'));

  it('covers what there is: every staff and citizen operation that names something', () => {
    expect(ofCitizens.length).toBeGreaterThanOrEqual(11);
    expect(ofStaff.length).toBeGreaterThanOrEqual(22);
  });

  it.each(ofCitizens)('%s: the case, draft or document of another citizen is not there', async (id) => {
    const answer = await neighbor.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each(ofStaff)('%s: what another administration has is not there', async (id) => {
    const answer = await mobility.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  const ofCase = ofStaff.filter((id) =>
    /\{(?:caseId|taskId|documentId|processInstanceKey|partyId|opinionId|participantId|mandateId|noteId)\}/.test(
      operations[id].path,
    ),
  );
  it.each(ofCase)('%s: what is of whom somebody has a conflict of interest with is not there for them', async (id) => {
    const answer = await partial.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('shows nobody anything of others in lists', async () => {
    const total = async (caller: Visitor, id: OperationId) => {
      const list = await caller.ask<unknown[] | { total: number }>(id);
      return Array.isArray(list) ? list.length : list.total;
    };
    for (const id of ['listTasks', 'listCases', 'listDesignerProcedures', 'listOfficeCounters'] as const) {
      expect(await total(mobility, id)).toBe(0);
      expect(await total(housing, id)).toBe(1);
    }
    for (const id of ['listMyCases', 'listDrafts', 'listMyAppointments'] as const) {
      expect(await total(neighbor, id)).toBe(0);
      expect(await total(citizen, id)).toBe(1);
    }
    for (const id of [
      'listSourceAuthorizations',
      'listAllowedHosts',
      'listConnectorTokens',
      'listApiTokens',
      'listWebhooks',
    ] as const) {
      expect(await total(mobility, id)).toBe(0);
      expect(await total(housing, id)).toBe(1);
    }
    const across = await mobility.call('grantSourceAuthorization', { body: authorization });
    expect(across.json()).toMatchObject({ status: 404 });
    expect(await total(neighbor, 'listMyConsultations')).toBe(0);
    const seen = { body: { definition: view.definition } };
    expect(await mobility.ask('listViewTasks', seen)).toMatchObject({ items: [], looked: 0 });
    expect(await housing.ask('listViewTasks', seen)).toMatchObject({ looked: 1 });
    expect(await mobility.ask('listViews')).toEqual({ views: [], defaultId: null });
    expect(await mobility.ask('listColleagues')).toMatchObject([{ name: 'Mia' }]);
    expect(await mobility.ask('getTaskCounters')).toMatchObject({
      mine: 0,
      team: 0,
      unassigned: 0,
      overdue: 0,
      delegations: 0,
    });
    expect(await mobility.ask('listDelegations')).toMatchObject({ delegations: [] });
    const audit = JSON.stringify(await mobility.ask('listAudit', { query: { limit: '100' } }));
    for (const id of [own['caseId'], own['documentId'], own['taskId']]) expect(audit).not.toContain(id);
  });

  it('neither tells an administration whom another invites nor lets it stand in the way', async () => {
    const invite = (caller: Visitor, administration: string, email: string) =>
      caller.call('invite', { body: { administration, roles: ['agent'], groups: [], email } });
    for (const email of ['new@housing.example', 'wanted@housing.example'])
      expect((await invite(mobility, 'brussels-mobility', email)).statusCode).toBe(200);
    expect((await invite(housing, 'brussels-housing', 'wanted@housing.example')).statusCode).toBe(200);
    const again = await invite(housing, 'brussels-housing', 'wanted@housing.example');
    expect(again.json()).toMatchObject({ status: 409, code: 'INVITATION_EXISTS' });
    const seen = await mobility.ask<{ administration: string }[]>('listInvitations');
    expect(new Set(seen.map(({ administration }) => administration))).toEqual(new Set(['brussels-mobility']));
  });

  it('does not let another administration copy, preview or assign across', async () => {
    const copy = await mobility.call('createProcedure', {
      body: { key: 'copy-of', title: 'Copy', copyOf: 'rent-aid' },
    });
    expect(copy.json()).toMatchObject({ status: 404 });
    const taken = await mobility.call('createProcedure', { body: { key: 'rent-aid', title: 'Mine' } });
    expect(taken.json()).toMatchObject({ status: 409, code: 'PROCEDURE_EXISTS' });
    const preview = await mobility.call('previewLetter', {
      body: { procedureKey: 'rent-aid', letter: {}, locale: 'fr' },
    });
    expect(preview.json()).toMatchObject({ status: 404 });
    const [stranger] = await mobility.ask<{ id: string }[]>('listColleagues');
    const { taskId = '' } = own;
    const assigned = await housing.call('assignTask', { params: { taskId }, body: { personId: stranger?.id } });
    expect(assigned.statusCode).toBeGreaterThanOrEqual(400);
    expect(assigned.statusCode).toBeLessThan(500);
  });

  it('lets another administration have a copy of its own, under another key', async () => {
    const archive = await housing.call('exportProcedure', { params: { key: 'rent-aid' } });
    const file = { name: 'rent-aid.zip', content: archive.rawPayload };
    const taken = await mobility.call('importProcedure', { file });
    expect(taken.json()).toMatchObject({ status: 409, code: 'PROCEDURE_EXISTS' });
    const draft = await mobility.ask<{ revision: number }>('importProcedure', { file, query: { key: 'ride-aid' } });
    const { revision } = draft;
    const published = await mobility.call('publishProcedure', {
      params: { key: 'ride-aid' },
      body: { note: 'x', revision },
    });
    expect(published.json()).toMatchObject({ status: 422, code: 'PROCEDURE_INVALID' });
    const lint = await mobility.ask('lintProcedure', { params: { key: 'ride-aid' } });
    expect(lint).toMatchObject({ problems: [{ code: 'REFERENCE_TAKEN' }] });
  });

  /** What some operations answer to readers of every kind, where a restricted answer stands in it. */
  const tellingIn = async (ids: readonly OperationId[], readers: readonly Visitor[]) => {
    const told: string[] = [];
    let read = 0;
    for (const id of ids)
      for (const reader of readers) {
        const answer = await reader.call(id, requestOf(id)).catch(() => null);
        if (answer !== null && answer.statusCode < 400) read += 1;
        if (answer?.body.includes(planted) === true) told.push(id);
      }
    return { told, read };
  };
  const everyId = (Object.keys(operations) as OperationId[]).filter((id) => id !== 'unmaskAnswer' && id !== 'signOut');
  const isReading = (id: OperationId) => operations[id].method === 'GET';
  const givenSystem = async () => {
    const { token } = await housing.ask<{ token: string }>('createApiToken', {
      body: {
        name: 'Sweep',
        scopes: ['cases.read', 'files.read', 'cases.open', 'numbers.read'],
        procedures: null,
        addresses: null,
        lastDay: '2027-01-01',
      },
    });
    return visitor(app, { authorization: `Bearer ${token}` });
  };

  it('shows nobody a restricted answer while its case is handled: not the office, another system, or a neighbor', async () => {
    const { taskId = '' } = own;
    await housing.ask('claimTask', { params: { taskId } });
    expect(await housing.ask('getTask', { params: { taskId } })).toMatchObject({ masked: ['/seen', '/copied'] });
    const readers = [housing, mobility, neighbor, await givenSystem()];
    const { told, read } = await tellingIn(everyId.filter(isReading), readers);
    expect(told).toEqual([]);
    expect(read).toBeGreaterThan(100);
    await housing.ask('releaseTask', { params: { taskId } });
  });

  it('leaves the owners what is theirs', async () => {
    const { caseId = '', documentId = '', taskId = '', requestId = '', processInstanceKey = '' } = own;
    expect(await citizen.ask<CaseFile>('getMyCase', { params: { caseId } })).toMatchObject({ id: caseId });
    const mine = await citizen.call('downloadMyDocument', { params: { caseId, documentId } });
    expect(mine.rawPayload).toEqual(pdf.content);
    await housing.ask('claimTask', { params: { taskId } });
    await housing.ask('saveTaskDraft', { params: { taskId }, body: { data: { conclusion: 'y' } } });
    await housing.ask('getTask', { params: { taskId } });
    await housing.ask('getCase', { params: { caseId } });
    await housing.ask('getCaseProcess', { params: { caseId } });
    await housing.ask('getInstance', { params: { processInstanceKey } });
    await housing.ask('getInstanceStatistics', { params: { key: 'rent-aid' } });
    await housing.ask('getProcedureVersion', { params: { key: 'rent-aid', version: '1' } });
    const archive = await housing.call('exportProcedure', { params: { key: 'rent-aid' } });
    expect(archive.headers['content-disposition']).toContain('attachment');
    const file = { name: 'rent-aid.zip', content: archive.rawPayload };
    const { draft } = await housing.ask<{ draft: { revision: number } }>('previewImport', { file });
    await housing.ask('importProcedure', { query: { replaces: String(draft.revision) }, file });
    const items = [{ key: 'proof', text: null, documents: [documentId] }];
    await citizen.ask('answerInformationRequest', { params: { caseId, requestId }, body: { text: null, items } });
    const seen = await housing.call('downloadCaseDocument', { params: { caseId, documentId } });
    expect(seen.rawPayload).toEqual(pdf.content);
    await housing.ask('completeTask', { params: { taskId }, body: { data: { conclusion: 'Granted' } } });
  });

  it('shows it through no operation whatever was done before, and keeps it in one place', async () => {
    // What changes something comes first, and what it leaves is read.
    const inOrder = [...everyId.filter((id) => !isReading(id)), ...everyId.filter(isReading)];
    expect((await tellingIn(inOrder, [housing, await givenSystem()])).told).toEqual([]);
    const tables = await given.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'casework'`,
    );
    const holding: string[] = [];
    for (const { name: table } of tables) {
      const rows = await given.database.query(`select 1 from casework.${table} t where t::text like $1`, [
        `%${planted}%`,
      ]);
      if (rows.length > 0) holding.push(table);
    }
    expect(holding).toEqual(['restricted_answer']);
  }, 60_000);
});
