import type { FormData, FormDefinition, Prefilled } from '../form.ts';
import { samplePages } from './sample-pages.ts';
import { sampleTexts } from './sample-texts.ts';

const text = { type: 'string', maxLength: 100 } as const;
const choice = (key: string, ...values: readonly string[]) =>
  ({ type: 'string', oneOf: values.map((value) => ({ const: value, title: `${key}.${value}` })) }) as const;

const address = {
  type: 'object',
  properties: {
    street: text,
    number: { type: 'string', maxLength: 10 },
    box: { type: 'string', maxLength: 10 },
    postalCode: { type: 'string', format: 'postal-code-be' },
    municipality: text,
  },
  required: ['street', 'number', 'postalCode', 'municipality'],
} as const;

const person = {
  type: 'object',
  properties: {
    name: text,
    birthDate: { type: 'string', format: 'date', dateMax: 'today' },
    relation: choice('relation', 'partner', 'child', 'parent', 'other'),
    dependent: { type: 'boolean' },
    relationText: text,
  },
  required: ['name', 'birthDate', 'relation'],
} as const;

const file = {
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    name: { type: 'string', maxLength: 255 },
    size: { type: 'integer', minimum: 0 },
    sha256: { type: 'string', minLength: 64, maxLength: 64 },
  },
  required: ['id', 'name', 'size', 'sha256'],
} as const;

/** A shortened application for a rent allowance: every kind of widget, rule, binding and calculation once. */
export const sampleForm: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'rent-allowance-sample',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:form:rent-allowance-sample',
    type: 'object',
    properties: {
      applicant: {
        type: 'object',
        properties: {
          nationalNumber: { type: 'string', format: 'be-national-number' },
          lastName: text,
          firstName: text,
          birthDate: { type: 'string', format: 'date' },
          email: { type: 'string', format: 'email' },
          phone: { type: 'string', format: 'phone' },
        },
        required: ['nationalNumber', 'lastName', 'firstName', 'birthDate', 'email'],
      },
      domicile: address,
      household: { type: 'array', maxItems: 15, items: person },
      householdSize: { type: 'integer' },
      incomeChanged: { type: 'boolean' },
      incomeChange: { type: 'string', maxLength: 1000 },
      leaseStart: { type: 'string', format: 'date', dateMax: 'today+3m' },
      monthlyRent: { type: 'number', minimum: 1, maximum: 5000, multipleOf: 0.01 },
      charges: { type: 'number', minimum: 0, maximum: 5000, multipleOf: 0.01 },
      housingCost: { type: 'number' },
      landlordType: choice('landlord', 'person', 'company', 'municipality', 'agency'),
      landlordNumber: { type: 'string', format: 'be-enterprise-number' },
      otherAids: { type: 'array', maxItems: 4, items: choice('aid', 'relocation', 'energy', 'municipal') },
      lease: { type: 'array', items: file },
      iban: { type: 'string', format: 'iban' },
      declaration: { type: 'boolean', const: true },
      internalNote: { type: 'string', maxLength: 2000 },
    },
    required: [
      'domicile',
      'incomeChanged',
      'leaseStart',
      'monthlyRent',
      'landlordType',
      'landlordNumber',
      'lease',
      'iban',
      'declaration',
    ],
  },
  uischema: samplePages,
  translations: sampleTexts,
  bindings: {
    prefill: [
      {
        scope: '#/properties/applicant/properties/nationalNumber',
        source: 'identity.nationalNumber',
        mode: 'locked',
        onMissing: 'ask',
      },
      {
        scope: '#/properties/applicant/properties/lastName',
        source: 'national-register.lastName',
        mode: 'locked',
        onMissing: 'ask',
      },
      {
        scope: '#/properties/applicant/properties/firstName',
        source: 'national-register.firstName',
        mode: 'locked',
        onMissing: 'ask',
      },
      {
        scope: '#/properties/applicant/properties/birthDate',
        source: 'national-register.birthDate',
        mode: 'locked',
        onMissing: 'ask',
      },
      { scope: '#/properties/applicant/properties/email', source: 'profile.email', mode: 'editable' },
    ],
    files: [
      {
        scope: '#/properties/lease',
        accept: ['application/pdf', 'image/jpeg'],
        maxBytes: 10_485_760,
        maxCount: 3,
        scan: true,
      },
    ],
    process: { out: [{ from: '#/properties/household', to: 'household' }] },
  },
  access: [{ scope: '#/properties/internalNote', audience: ['agent'] }],
};

/** What the authentic sources answered for an invented person. */
export const samplePrefilled: Prefilled = {
  '/applicant/nationalNumber': { value: '85000099712', source: 'identity', at: '2026-11-24T09:12:00Z' },
  '/applicant/lastName': { value: 'Verlinden', source: 'national-register', at: '2026-11-24T09:12:01Z' },
  '/applicant/firstName': { value: 'Noor', source: 'national-register', at: '2026-11-24T09:12:01Z' },
  '/applicant/birthDate': { value: '1985-06-14', source: 'national-register', at: '2026-11-24T09:12:01Z' },
  '/applicant/email': { value: 'noor.verlinden@example.be', source: 'profile', at: '2026-11-20T18:00:00Z' },
};

/** A complete and correct answer to the sample form. */
export const sampleSubmission: FormData = {
  applicant: {
    nationalNumber: '85000099712',
    lastName: 'Verlinden',
    firstName: 'Noor',
    birthDate: '1985-06-14',
    email: 'noor.verlinden@example.be',
  },
  domicile: { street: 'Rue des Iris', number: '12', postalCode: '1030', municipality: 'Schaerbeek' },
  household: [{ name: 'Sam Verlinden', birthDate: '2015-03-02', relation: 'child', dependent: true }],
  incomeChanged: false,
  leaseStart: '2024-02-01',
  monthlyRent: 720.5,
  charges: 60,
  landlordType: 'person',
  lease: [{ id: 'doc_1', name: 'bail.pdf', size: 182_000, sha256: 'a'.repeat(64) }],
  iban: 'BE54000000000097',
  declaration: true,
};
