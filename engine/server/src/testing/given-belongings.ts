import type { TestPlatform } from './open-test-platform.ts';
import { givenDraft, taskOf } from './given-case.ts';
import {
  authorization,
  budgetCredit,
  campaignPlan,
  incomingWebhook,
  paragraph,
  settings,
  view,
} from './valid-bodies.ts';
import type { Visitor } from './visitor.ts';

/** An administration with one case, and who it is about. */
export interface Office {
  readonly given: TestPlatform;
  readonly citizen: Visitor;
  readonly housing: Visitor;
  /** Of the case. */
  readonly connector: Visitor;
}

export const pdf = { name: 'proof.pdf', content: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 1)]) };
const host = { connectorType: 'http-json', host: 'api.example.org', purpose: 'x' };

const givenRequestAndProof = async ({ citizen, connector }: Office, caseId: string) => {
  const label = { fr: 'Preuve', nl: 'Bewijs', en: 'Proof' };
  const { requestId } = await connector.ask<{ requestId: string }>('requestInformation', {
    headers: { 'idempotency-key': 'ask' },
    body: { items: [{ key: 'proof', label }], dueDate: '2099-01-01' },
  });
  const { id: documentId } = await citizen.ask<{ id: string }>('addMyDocument', { params: { caseId }, file: pdf });
  return { requestId, documentId };
};

const givenColleagueAndInvitation = async ({ given }: Office) => {
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
const givenDelegation = async ({ housing }: Office, delegateId: string) => {
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
const givenAppointment = async ({ citizen, housing }: Office) => {
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
const givenReport = async ({ citizen, housing }: Office) => {
  await citizen.ask('makeAccessibilityReport', {
    params: { administration: 'brussels-housing' },
    body: { words: 'x', page: null, email: null, language: 'fr' },
  });
  const { reports } = await housing.ask<{ reports: { id: string }[] }>('listAccessibilityReports');
  return { reportId: reports[0]?.id ?? '' };
};

/** A label of housing and a note of its about the applicant. */
const givenMarks = async ({ given }: Office, partyId: string) => {
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

const givenPermits = async ({ housing }: Office) => {
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
  const { webhook: incoming } = await housing.ask<{ webhook: { id: string } }>('createIncomingWebhook', {
    body: incomingWebhook,
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
    incomingWebhookId: incoming.id,
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

const givenContact = async ({ housing }: Office) => {
  const { id: contactId } = await housing.ask<{ id: string }>('recordContact', {
    body: { who: { kind: 'unknown' }, note },
  });
  return { contactId };
};

const givenMandate = async ({ citizen }: Office) => {
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

const givenHold = async ({ housing }: Office, caseId: string) => {
  const { holds } = await housing.ask<{ holds: { id: string }[] }>('placeHold', {
    params: { caseId },
    body: { on: 'case', reason: 'x', until: null },
  });
  return holds[0]?.id ?? '';
};

const givenRight = async ({ connector }: Office) => {
  const body = { action: 'grant', kind: 'stall', data: { place: 'Place Flagey' } };
  const headers = { 'idempotency-key': 'right' };
  const { rightId } = await connector.ask<{ rightId: string }>('changeRight', { body, headers });
  return { rightId };
};

/** One that was due long ago. */
const givenOccurrence = async ({ given, housing, connector }: Office, rightId: string) => {
  const body = { action: 'start', obligation: 'turnover', rightId };
  await connector.ask('changeObligation', { body, headers: { 'idempotency-key': 'obligation' } });
  await given.casework.obligations.watch({ kind: 'job', name: 'operator' }, {});
  const [obligation] = await housing.ask<{ occurrences: { id: string }[] }[]>('listObligationsOfRight', {
    params: { rightId },
  });
  return { occurrenceId: obligation?.occurrences[0]?.id ?? '' };
};

const givenPlace = async ({ connector }: Office) => {
  const body = { action: 'reserve', quota: 'flagey' };
  await connector.ask('changePlace', { body, headers: { 'idempotency-key': 'place' } });
  return { procedureKey: 'rent-aid', quotaKey: 'flagey' };
};

const givenOpinion = async ({ housing }: Office, caseId: string) => {
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

const givenCampaign = async ({ housing }: Office) => {
  const { id: campaignId } = await housing.ask<{ id: string }>('createCampaign', {
    body: campaignPlan,
  });
  // Of a letter that it would send.
  return { campaignId, number: '0' };
};

const givenBudgetLine = async ({ housing }: Office) => {
  const line = await housing.ask<{ id: string }>('openBudgetLine', {
    body: { code: '25.003.31.01', year: 2026, label: { fr: 'x', nl: 'x' } },
  });
  const { credits } = await housing.ask<{ credits: { id: string }[] }>('askBudgetCredit', {
    params: { lineId: line.id },
    body: budgetCredit,
  });
  return { lineId: line.id, creditId: credits[0]?.id ?? '' };
};

/** What clerks do about a case. */
const givenWork = async ({ given, citizen, housing }: Office, caseId: string) => {
  const taskId = await taskOf(given.casework, housing, caseId);
  const { id: draftId } = await givenDraft(citizen, 'rent-aid');
  const { id: bulkId } = await housing.ask<{ id: string }>('startBulkDecision', {
    body: { taskIds: [taskId], answers: {} },
  });
  const [colleague] = await housing.ask<{ id: string }[]>('listColleagues');
  const { id: absenceId } = await housing.ask<{ id: string }>('recordAbsence', {
    body: { personId: colleague?.id, from: '2099-01-01', to: '2099-01-02', standInId: null },
  });
  const { id: viewId } = await housing.ask<{ id: string }>('saveView', { body: view });
  const { partyId } = await housing.ask<{ partyId: string }>('getCase', { params: { caseId } });
  return { taskId, draftId, bulkId, absenceId, viewId, partyId };
};

/** What analysts and operators have of a procedure. */
const givenUpkeep = async ({ housing }: Office) => {
  const key = 'rent-aid';
  const { id: paragraphId } = await housing.ask<{ id: string }>('addParagraph', {
    body: { key: 'ceiling', content: paragraph },
  });
  const { items } = await housing.ask<{ items: { processInstanceKey: string }[] }>('listInstances', {
    params: { key },
  });
  const { id: importId } = await housing.ask<{ id: string }>('uploadCaseImport', {
    params: { key },
    file: {
      name: 'old.csv',
      content: Buffer.from('reference;received-on;applicant-name\nA1;2020-01-31;Noor\n'),
    },
  });
  const kind = 'stall';
  const { id: rightImportId } = await housing.ask<{ id: string }>('uploadRightImport', {
    params: { key, kind },
    file: { name: 'rights.csv', content: Buffer.from('number;holder-name;valid-from\nR1;Noor;2020-01-31\n') },
  });
  const [instance] = items;
  return {
    key,
    version: '1',
    paragraphId,
    importId,
    kind,
    rightImportId,
    processInstanceKey: instance?.processInstanceKey ?? '',
  };
};

/** What nobody can have here without an office that is at work for long: ids that nothing has. */
const unknown = Object.fromEntries(
  [
    // Of a procedure that has two versions.
    'moveId',
    'hearingId',
    'noticeId',
    // A register has to tell something first.
    'registerNoticeId',
    'inspectionId',
    'recipientId',
    'linkId',
    'reopeningId',
    'transferId',
    'changeId',
    'destructionId',
    'conflictId',
    'receivableId',
    'paymentId',
    'writeOffId',
    'statementId',
    'batchId',
    // Of a line whose credits a second accountant approved.
    'engagementId',
    'participantId',
    'copyId',
    'mergeId',
    'ruleId',
  ].map((name) => [name, 'd'.repeat(22)]),
);

/** Something of nearly every kind that belongs to the citizen or to housing, by the names of path parameters. */
export const givenBelongings = async (office: Office, caseId: string): Promise<Record<string, string>> => {
  const work = await givenWork(office, caseId);
  const staff = await givenColleagueAndInvitation(office);
  const { rightId } = await givenRight(office);
  return {
    ...unknown,
    caseId,
    sourceKey: 'be-national-register',
    incidentKey: '1',
    sequence: '1',
    externalReference: 'theirs-1',
    intoPartyId: 'e'.repeat(22),
    ...work,
    ...staff,
    ...(await givenUpkeep(office)),
    ...(await givenRequestAndProof(office, caseId)),
    ...(await givenPermits(office)),
    ...(await givenContact(office)),
    ...(await givenOpinion(office, caseId)),
    rightId,
    ...(await givenPlace(office)),
    ...(await givenOccurrence(office, rightId)),
    ...(await givenCampaign(office)),
    ...(await givenBudgetLine(office)),
    ...(await givenMandate(office)),
    holdId: await givenHold(office, caseId),
    ...(await givenAppointment(office)),
    ...(await givenReport(office)),
    ...(await givenMarks(office, work.partyId)),
    ...(await givenDelegation(office, staff.personId)),
  };
};
