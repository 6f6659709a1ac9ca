import type { ApplicationDraft, CaseView, InformationRequest, SessionView } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';

const same = (text: string) => ({ fr: text, nl: text, en: text });

/** A form of one page: a name and an e-mail address, both required. */
export const contactForm: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'contact',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl'],
  schema: {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 80 }, email: { type: 'string', format: 'email' } },
    required: ['name', 'email'],
  },
  uischema: {
    type: 'Categorization',
    options: { variant: 'stepper', review: false },
    elements: [
      {
        type: 'Category',
        id: 'p_you',
        i18n: 'page.you',
        elements: [
          { type: 'Control', id: 'c_name', scope: '#/properties/name', i18n: 'name', options: { widget: 'text' } },
          { type: 'Control', id: 'c_email', scope: '#/properties/email', i18n: 'email', options: { widget: 'email' } },
        ],
      },
    ],
  },
  translations: {
    fr: { 'page.you.label': 'Vous', 'name.label': 'Nom', 'email.label': 'Adresse e-mail' },
    nl: { 'page.you.label': 'U', 'name.label': 'Naam', 'email.label': 'E-mailadres' },
  },
  bindings: {},
};

export const sampleDraft: ApplicationDraft = {
  id: 'd1',
  procedureKey: 'contact',
  title: { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' },
  savedAt: '2026-11-25T08:00:00Z',
  keptUntil: '2027-11-24',
  procedureVersion: 1,
  revision: 1,
  language: 'fr',
  form: contactForm,
  data: {},
  prefill: [],
  unavailable: [],
  page: null,
  openCases: [],
};

export const citizenSession: SessionView = {
  person: { id: 'p1', name: 'Amina El Idrissi', roles: ['citizen'], groups: [], language: 'fr', administration: null },
  csrfToken: 'token',
  signIn: { demo: true, oidc: false },
  acting: null,
};

export const openRequest: InformationRequest = {
  id: 'r1',
  items: [
    { key: 'lease', label: same('Copie du bail'), hint: null },
    { key: 'income', label: same('Avertissement-extrait de rôle'), hint: null },
  ],
  note: null,
  askedAt: '2026-11-25T08:00:00Z',
  dueOn: '2026-12-25',
  state: 'open',
  answeredAt: null,
  answer: null,
};

export const sampleCase: CaseView = {
  id: 'c1',
  reference: 'BH-RA-2026-000042-17',
  procedureKey: 'contact',
  procedureVersion: 1,
  title: sampleDraft.title,
  status: 'incomplete',
  ownStatus: null,
  language: 'fr',
  alsoIn: [],
  partyId: 'party-1',
  nameInLetters: null,
  unprintable: [],
  applicant: 'Amina El Idrissi',
  submittedAt: '2026-11-25T08:00:00Z',
  updatedAt: '2026-11-25T08:00:00Z',
  term: null,
  awaitsApplicant: true,
  steps: [],
  terms: [],
  form: contactForm,
  data: {},
  prefill: [],
  timeline: [],
  documents: [],
  letters: [],
  informationRequests: [openRequest],
  decisions: [],
  consultations: [],
  unanswered: [],
  notes: [],
  part: null,
  canWithdraw: true,
  appealOf: null,
  appeals: [],
  restricted: [],
  corrections: [],
  channel: 'portal',
  receivedOn: null,
  contact: {
    name: 'Nadia Lambert',
    service: { fr: 'Service du logement', nl: 'Dienst huisvesting', en: 'Housing office' },
    email: 'nadia@example.be',
    phone: '+32 2 000 00 00',
  },
};
