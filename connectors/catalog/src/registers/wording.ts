import type { ConnectorField } from '@irisflow/connector-sdk';

/** The input that most registers share. */
export const NATIONAL_NUMBER_FIELD: ConnectorField = {
  label: { fr: 'Numéro de registre national', nl: 'Rijksregisternummer', en: 'National number' },
  hint: {
    fr: 'Onze chiffres, avec ou sans points et tiret.',
    nl: 'Elf cijfers, met of zonder punten en streepje.',
    en: 'Eleven digits, with or without dots and dash.',
  },
};

export const NATIONAL_NUMBERS_FIELD: ConnectorField = {
  label: { fr: 'Numéros de registre national', nl: 'Rijksregisternummers', en: 'National numbers' },
  hint: {
    fr: 'Liste des numéros des personnes concernées.',
    nl: 'Lijst met de nummers van de betrokken personen.',
    en: 'List of the numbers of the persons concerned.',
  },
};

export const ENTERPRISE_NUMBER_FIELD: ConnectorField = {
  label: { fr: 'Numéro d’entreprise', nl: 'Ondernemingsnummer', en: 'Enterprise number' },
  hint: {
    fr: 'Dix chiffres, avec ou sans points.',
    nl: 'Tien cijfers, met of zonder punten.',
    en: 'Ten digits, with or without dots.',
  },
};

export const HOLDER_NUMBER_FIELD: ConnectorField = {
  label: { fr: 'Numéro du titulaire', nl: 'Nummer van de houder', en: 'Number of the holder' },
  hint: {
    fr: 'Numéro de registre national, ou d’entreprise pour une société.',
    nl: 'Rijksregisternummer, of ondernemingsnummer voor een onderneming.',
    en: 'National number, or that of the company.',
  },
};

export const VEHICLE_NUMBER_FIELD: ConnectorField = {
  label: { fr: 'Numéro de châssis', nl: 'Chassisnummer', en: 'Vehicle identification number' },
  hint: {
    fr: 'Dix-sept caractères, sans I, O ni Q.',
    nl: 'Zeventien tekens, zonder I, O of Q.',
    en: 'Seventeen characters, without I, O or Q.',
  },
};
