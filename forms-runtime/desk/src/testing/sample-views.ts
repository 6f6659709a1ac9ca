import type { CandidateView, CaseView, ColleagueView, SessionView, TaskSummary, TaskView } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const rentAllowance = { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' };

/** A form that decides: grant or refuse, and an amount. */
export const proposalForm: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'proposal',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl'],
  schema: {
    type: 'object',
    properties: {
      outcome: {
        type: 'string',
        oneOf: [
          { const: 'grant', title: 'outcome.grant' },
          { const: 'refuse', title: 'outcome.refuse' },
        ],
      },
      remark: { type: 'string', maxLength: 200 },
    },
    required: ['outcome'],
  },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        id: 'p_proposal',
        i18n: 'page.proposal',
        elements: [
          {
            type: 'Control',
            id: 'c_outcome',
            scope: '#/properties/outcome',
            i18n: 'outcome',
            options: { widget: 'radio' },
          },
          {
            type: 'Control',
            id: 'c_remark',
            scope: '#/properties/remark',
            i18n: 'remark',
            options: { widget: 'text' },
          },
        ],
      },
    ],
  },
  translations: {
    fr: {
      'page.proposal.label': 'Proposition',
      'outcome.label': 'Que proposez-vous ?',
      'outcome.grant': 'Accorder',
      'outcome.refuse': 'Refuser',
      'remark.label': 'Remarque',
    },
    nl: {
      'page.proposal.label': 'Voorstel',
      'outcome.label': 'Wat stelt u voor?',
      'outcome.grant': 'Toekennen',
      'outcome.refuse': 'Weigeren',
      'remark.label': 'Opmerking',
    },
  },
  bindings: {},
};

const sessionOf = (id: string, name: string, roles: NonNullable<SessionView['person']>['roles']): SessionView => ({
  person: { id, name, roles, groups: [], language: 'fr', administration: null },
  csrfToken: 'token',
  signIn: { demo: true, oidc: false },
  acting: null,
});

export const agentSession = sessionOf('nadia', 'Nadia Lambert', ['agent']);
export const accountantSession = sessionOf('lea', 'Léa Martin', ['accountant']);
export const communicatorSession = sessionOf('nadia', 'Nadia Lambert', ['agent', 'communicator']);
export const supervisorSession = sessionOf('sofie', 'Sofie De Smet', ['agent', 'supervisor']);

export const colleagues: readonly ColleagueView[] = [
  { id: 'nadia', name: 'Nadia Lambert', roles: ['agent'], openTasks: 4 },
  { id: 'wim', name: 'Wim Peeters', roles: ['agent'], openTasks: 1 },
  { id: 'karim', name: 'Karim Haddad', roles: ['analyst'], openTasks: 0 },
];

/** Who can have a task: Wim first, Karim not at all. */
export const candidates: readonly CandidateView[] = [
  { id: 'wim', name: 'Wim Peeters', openTasks: 1, speaks: true, absentUntil: null, bar: null, isSuggested: true },
  { id: 'nadia', name: 'Nadia Lambert', openTasks: 4, speaks: false, absentUntil: null, bar: null, isSuggested: false },
  {
    id: 'lien',
    name: 'Lien Maes',
    openTasks: 0,
    speaks: true,
    absentUntil: '2026-12-04',
    bar: 'absent',
    isSuggested: false,
  },
];

export const freeTask: TaskSummary = {
  id: '101',
  name: { fr: 'Instruire la demande', nl: 'De aanvraag behandelen', en: 'Examine the application' },
  elementId: 'instruct',
  state: 'open',
  caseId: 'c1',
  reference: 'BH-RA-2026-000042-17',
  procedureKey: 'rent-allowance',
  procedureTitle: rentAllowance,
  applicant: 'Amina El Idrissi',
  language: 'nl',
  assignee: null,
  candidateGroups: ['agent'],
  createdAt: '2026-11-20T08:00:00Z',
  dueOn: '2026-11-28',
  remainingDays: 3,
  priority: 50,
  delegators: [],
  bulk: false,
};

export const lateTask: TaskSummary = {
  ...freeTask,
  id: '102',
  reference: 'BH-RA-2026-000043-54',
  applicant: 'Jan Vermeulen',
  remainingDays: -2,
  dueOn: '2026-11-23',
};

export const sampleCase: CaseView = {
  id: 'c1',
  reference: freeTask.reference,
  procedureKey: 'rent-allowance',
  procedureVersion: 1,
  title: rentAllowance,
  status: 'inInstruction',
  ownStatus: null,
  language: 'nl',
  alsoIn: [],
  partyId: 'party-1',
  applicant: freeTask.applicant,
  submittedAt: '2026-11-02T08:00:00Z',
  updatedAt: '2026-11-20T08:00:00Z',
  term: null,
  awaitsApplicant: false,
  steps: [],
  terms: [],
  form: proposalForm,
  data: {},
  prefill: [],
  timeline: [
    {
      id: 't1',
      at: '2026-11-02T08:00:00Z',
      kind: 'submitted',
      text: same('Demande introduite'),
      actor: same('Amina El Idrissi'),
      visibleToApplicant: true,
      documentId: null,
    },
  ],
  documents: [],
  letters: [],
  informationRequests: [],
  decisions: [],
  consultations: [],
  unanswered: [],
  nameInLetters: null,
  unprintable: [],
  notes: [],
  part: null,
  canWithdraw: true,
  appealOf: null,
  appeals: [],
  restricted: [],
  corrections: [],
  channel: 'portal',
  receivedOn: null,
  contact: { name: 'Nadia Lambert', service: null, email: 'nadia@example.be', phone: '+32 2 000 00 00' },
};

export const myTask: TaskView = {
  ...freeTask,
  assignee: { id: 'nadia', name: 'Nadia Lambert' },
  form: proposalForm,
  data: { outcome: 'grant' },
  masked: [],
  onBehalfOf: null,
  bar: null,
  proposalChanges: [],
  sentBack: null,
  neededLanguage: null,
  letter: null,
  instructions: null,
  case: sampleCase,
};

/** Somebody who administers an administration, and does nothing else. */
export const administratorSession: SessionView = {
  ...agentSession,
  person: agentSession.person && {
    ...agentSession.person,
    name: 'Karim Haddad',
    roles: ['administrator'],
    administration: { key: 'housing', name: same('Logement') },
  },
};
