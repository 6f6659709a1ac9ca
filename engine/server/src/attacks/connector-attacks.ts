import type { ConnectorType } from '@irisflow/connector-catalog';
import { computed, refuses, row, runs, type Draw, type Outcome, type Row } from './attack.ts';

/** Jobs run once: what is refused stays refused. */
const connector =
  (type: ConnectorType, inputs: Readonly<Record<string, string>>): Draw =>
  (path, id) =>
    path.serviceTask(id, { type, retries: 1, inputs });

const register = (type: ConnectorType): readonly Row[] => [
  row(
    'about somebody of the other administration, without an authorization',
    'case',
    {
      run: ({ applicantNumber }) =>
        connector(type, {
          nationalNumber: `="${applicantNumber}"`,
          nationalNumbers: `=["${applicantNumber}"]`,
          enterpriseNumber: '="0401234560"',
          holderNumber: `="${applicantNumber}"`,
          vin: '="SANDBX26TESTCAR01"',
          ...(type === 'be-vehicle-registration' ? { operation: '="register"' } : {}),
          incomeYear: '=2025',
          scope: '="taxi"',
        }),
    },
    'its own stops: NO_AUTHORIZATION',
  ),
];

const texts = '={ fr: "x", nl: "x", en: "x" }';

/** Every verb of the case store, with what it takes; a case that is named beside it counts for nothing. */
export const verbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'set-status': { status: '="inInstruction"' },
  'add-timeline-entry': { entryKey: '="hello"', texts, visibleToApplicant: '=true' },
  'request-information': { items: '=[{ key: "k", label: { fr: "x", nl: "x", en: "x" } }]', dueDate: '="2099-01-01"' },
  'start-term': { termKey: '="decision"' },
  'suspend-term': { termKey: '="decision"', reason: '="x"' },
  'interrupt-term': { termKey: '="decision"', reason: '="x"' },
  'resume-term': { termKey: '="decision"' },
  'meet-term': { termKey: '="decision"' },
  'record-decision': { outcome: '="refused"', grounds: '=[]' },
  'ask-opinion': { opinionKey: '="nothing" + "-here"', question: '="x"' },
  'ask-inspection': { inspectionKey: '="nothing" + "-here"', address: '="x"', subject: '="x"' },
  'schedule-hearing': { hearingKey: '="nothing" + "-here"', hearingDay: '="2099-01-01"', hearingTime: '="10:00"' },
  'grant-right': { rightKind: '="nothing" + "-here"' },
  'change-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"', rightData: '={ a: 1 }' },
  'suspend-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'resume-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'end-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'renew-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'read-right': { rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'find-right': { rightKind: '="nothing" + "-here"' },
  'start-obligation': { obligation: '="nothing" + "-here"', rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'end-obligation': { obligationId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'settle-obligation': { occurrenceId: '="nnnnnnnnnnnnnnnnnnnnnn"', verdict: '="accept"' },
  'reserve-place': { quota: '="nothing" + "-here"' },
  'confirm-place': { placeId: '="nnnnnnnnnnnnnnnnnnnnnn"', rightId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'release-place': { placeId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'leave-waiting-list': { placeId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'ask-payment': {
    paymentKind: '="fee"',
    paymentLabel: texts,
    legalReference: '="x"',
    paymentAmount: '=12.5',
  },
  'cancel-payment': { receivableId: '="nothing" + "-here"', cancellationReason: '="x"' },
  'lower-payment': {
    receivableId: '="nothing" + "-here"',
    paymentAmount: '=12.5',
    cancellationReason: '="x"',
  },
  'grant-installments': {
    receivableId: '="nothing" + "-here"',
    installmentCount: '=2',
    firstInstallmentOn: '="2099-01-01"',
  },
  'send-notice': { noticeTemplate: '="nothing" + "-here"', noticeChannels: '=["post"]' },
  'engage-budget': { budgetLine: '="nothing-here"', paymentAmount: '=12.5', paymentLabel: texts },
  'set-engagement': { engagementId: '="nnnnnnnnnnnnnnnnnnnnnn"', paymentAmount: '=12.5' },
  'close-engagement': { engagementId: '="nnnnnnnnnnnnnnnnnnnnnn"' },
  'order-payment': { paymentLabel: texts, paymentAmount: '=12.5', payoutIban: '="BE68539007547034"' },
  'cancel-order': { payableId: '="nothing" + "-here"', cancellationReason: '="x"' },
  'open-case': { openProcedure: '="nothing-here"', link: '="followUpOf"', answers: '={}' },
  close: { closingReason: '="x"' },
};

/** Those that name something which is not there. */
const stops: Readonly<Record<string, Outcome>> = {
  'ask-opinion': 'its own stops: status 400',
  'ask-inspection': 'its own stops: status 400',
  'schedule-hearing': 'its own stops: status 400',
  'grant-right': 'its own stops: status 400',
  'change-right': 'its own stops: status 404',
  'suspend-right': 'its own stops: status 404',
  'resume-right': 'its own stops: status 404',
  'end-right': 'its own stops: status 404',
  'renew-right': 'its own stops: status 404',
  'read-right': 'its own stops: status 404',
  'start-obligation': 'its own stops: status 400',
  'end-obligation': 'its own stops: status 400',
  'settle-obligation': 'its own stops: status 400',
  'reserve-place': 'its own stops: status 400',
  'confirm-place': 'its own stops: status 400',
  'release-place': 'its own stops: status 400',
  'leave-waiting-list': 'its own stops: status 400',
  // Nobody has said to which account people pay.
  'ask-payment': 'its own stops: status 409',
  'cancel-payment': 'its own stops: status 400',
  'lower-payment': 'its own stops: status 400',
  'grant-installments': 'its own stops: status 400',
  'send-notice': 'its own stops: status 422',
  'engage-budget': 'its own stops: status 400',
  'set-engagement': 'its own stops: status 400',
  'close-engagement': 'its own stops: status 400',
  'cancel-order': 'its own stops: status 400',
  'open-case': 'its own stops: status 404',
};

const caseStore = Object.entries(verbs).map(([operation, inputs]) =>
  row(
    `${operation}, naming a case of theirs`,
    'case',
    {
      run: ({ caseId }) => connector('case-store', { operation: `="${operation}"`, caseId: `="${caseId}"`, ...inputs }),
    },
    stops[operation] ?? 'its own alone',
  ),
);

/** The CRM of an administration: nobody else's cases reach it, and here the operator configured none. */
const crmCalls = {
  'crm-upsert': { object: '="Account"', externalIdField: '="Number__c"', externalId: '="1"', fields: '={ Name: "x" }' },
  'crm-query': { query: '="SELECT Id FROM Account"' },
  'crm-changes': { object: '="Account"', since: '="2026-01-01T00:00:00Z"' },
  'crm-load': { object: '="Account"', externalIdField: '="Number__c"', rows: '=[{ Number__c: "1" }]' },
  'crm-load-result': { loadId: '="750000000000001AAA"' },
} as const;

const crmRow = (type: keyof typeof crmCalls): readonly Row[] => [
  runs(
    'the CRM of the other administration',
    'case',
    connector(type, crmCalls[type]),
    'its own stops: to configure a CRM',
  ),
];

const crm = {
  'crm-upsert': crmRow('crm-upsert'),
  'crm-query': crmRow('crm-query'),
  'crm-changes': crmRow('crm-changes'),
  'crm-load': crmRow('crm-load'),
  'crm-load-result': crmRow('crm-load-result'),
} as const;

export const connectorAttacks: Readonly<Record<ConnectorType, readonly Row[]>> = {
  'be-national-register': register('be-national-register'),
  'be-social-housing-register': register('be-social-housing-register'),
  'be-taxable-income': register('be-taxable-income'),
  'be-real-property': register('be-real-property'),
  'be-lease-register': register('be-lease-register'),
  'be-enterprise-register': register('be-enterprise-register'),
  'be-tax-attestation': register('be-tax-attestation'),
  'be-social-attestation': register('be-social-attestation'),
  'be-vehicle-register': register('be-vehicle-register'),
  'be-technical-inspection': register('be-technical-inspection'),
  'be-motor-insurance': register('be-motor-insurance'),
  'be-vehicle-registration': register('be-vehicle-registration'),
  'be-driving-license': register('be-driving-license'),
  'be-criminal-record': register('be-criminal-record'),
  'be-mandates': register('be-mandates'),
  'be-address': [
    runs(
      'an address, which is nobody’s: its operator answers or does not',
      'case',
      connector('be-address', { street: '="x"', houseNumber: '="1"' }),
      'its own stops: UNAVAILABLE',
    ),
  ],
  'right-source': [
    row(
      'rights of the other administration, of its applicant, without an authorization',
      'case',
      {
        run: ({ applicantNumber }) =>
          connector('right-source', {
            rightSource: '="right-" + "nothing-here"',
            nationalNumber: `="${applicantNumber}"`,
          }),
      },
      'its own stops: NO_AUTHORIZATION',
    ),
  ],
  'case-store': caseStore,
  'case-message': [
    row(
      'a case of theirs, by its key',
      'case',
      {
        run: ({ caseId }) =>
          connector('case-message', { toCase: `="${caseId}"`, messageName: '="plans.changed"', data: '={ a: 1 }' }),
      },
      'its own stops: status 404',
    ),
    runs(
      'its own process, in the name of the platform',
      'case',
      connector('case-message', { toCase: '="x"', messageName: '="term.expired"' }),
      'its own stops: status 400',
    ),
  ],
  calendar: [
    row(
      'days of the other administration, whose case it names',
      'case',
      {
        run: ({ caseId }) =>
          connector('calendar', { day: '="2026-12-24"', count: '="workingDays"', days: '=3', caseId: `="${caseId}"` }),
      },
      'its own alone',
    ),
  ],
  letter: [
    runs(
      'a template that is computed to be theirs',
      'case',
      connector('letter', { template: computed('grant') }),
      'its own stops: status 422',
    ),
    refuses('a template that only they have', connector('letter', { template: '="grant"' }), 'LETTER_UNKNOWN'),
    row(
      'values and a case of theirs',
      'case',
      {
        run: ({ caseId }) =>
          connector('letter', { template: computed('grant'), caseId: `="${caseId}"`, values: '={ amount: 1 }' }),
      },
      'its own stops: status 422',
    ),
  ],
  mail: [
    runs(
      'to anybody',
      'case',
      connector('mail', { to: '="x@example.org"', subject: '="x"', text: '="x"' }),
      'its own waits',
    ),
  ],
  ...crm,
  soap: [
    row(
      'a description that the platform itself holds',
      'case',
      {
        run: ({ platformUrl, caseId }) =>
          connector('soap', { wsdl: `="${platformUrl}/api/cases/${caseId}"`, operation: '="x"' }),
      },
      "its own stops: one of the platform's own",
    ),
    runs(
      'a service that nobody allowed',
      'case',
      connector('soap', { wsdl: '="https://example.org/"', operation: '="x"' }),
      'its own stops: among the hosts that the administration allows',
    ),
    runs(
      'with a credential of the other administration',
      'case',
      connector('soap', { wsdl: '="https://example.org/"', operation: '="x"', credential: '="theirs"' }),
      'its own stops: configured none',
    ),
  ],
  'sql-read': [
    runs(
      'a statement that is computed, which none is',
      'case',
      connector('sql-read', { credential: '="x"', statement: '="select 1"' }),
      'its own stops: statement',
    ),
    row(
      'the store of the platform, with a credential that nobody gave',
      'case',
      {
        run: () => (path, id) =>
          path.serviceTask(id, {
            type: 'sql-read',
            retries: 1,
            headers: { statement: 'select * from casework.case_file' },
            inputs: { credential: '="theirs"' },
          }),
      },
      'its own stops: configured none',
    ),
  ],
  'http-json': [
    row(
      'to the platform itself',
      'case',
      { run: ({ platformUrl, caseId }) => connector('http-json', { url: `="${platformUrl}/api/cases/${caseId}"` }) },
      "its own stops: one of the platform's own",
    ),
    runs(
      'to a host that nobody allowed',
      'case',
      connector('http-json', { url: '="https://example.org/"' }),
      'its own stops: among the hosts that the administration allows',
    ),
  ],
};
