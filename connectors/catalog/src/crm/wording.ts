import type { ConnectorField } from '@irisflow/connector-sdk';

export const OBJECT_FIELD: ConnectorField = {
  label: { fr: 'Objet', nl: 'Object', en: 'Object' },
  hint: {
    fr: 'Nom de l’objet dans l’interface du CRM, par exemple Account.',
    nl: 'Naam van het object in de interface van de CRM, bijvoorbeeld Account.',
    en: 'Name of the object in the interface of the CRM, for example Account.',
  },
};

export const EXTERNAL_ID_FIELD: ConnectorField = {
  label: { fr: 'Champ du numéro externe', nl: 'Veld van het externe nummer', en: 'Field of the external number' },
  hint: {
    fr: 'Champ marqué dans le CRM comme « External ID » et unique.',
    nl: 'Veld dat in de CRM als uniek ‘External ID’ is aangeduid.',
    en: 'A field that the CRM has marked as a unique “External ID”.',
  },
};

export const CRM_ERRORS = {
  CRM_REFUSED: {
    fr: 'Le CRM refuse les données ; reason et fields disent pourquoi.',
    nl: 'De CRM weigert de gegevens; reason en fields zeggen waarom.',
    en: 'The CRM refuses the data; reason and fields tell why.',
  },
} as const;

/** What each of them needs to reach the CRM. */
export const CRM_ACCESS = {
  secrets: ['CRM_ACCESS'],
  // Each administration has a CRM of its own, and allows its address.
  targets: 'many',
  retries: 5,
  backoffMs: 10_000,
} as const;
