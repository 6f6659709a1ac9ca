import type { LocalizedText } from '@irisflow/foundation';
import type { RegisterEventKind } from '../views.ts';

interface Told {
  readonly kind: RegisterEventKind;
  readonly source: LocalizedText;
  readonly aboutApplicant: boolean;
  /** `2026-12-03`. */
  readonly on: string;
}

type Words = Readonly<Record<'fr' | 'nl' | 'en', string>>;

const ofApplicant: Readonly<Record<RegisterEventKind, Words>> = {
  'person.died': { fr: 'le demandeur est décédé', nl: 'de aanvrager is overleden', en: 'the applicant died' },
  'person.moved': { fr: 'le demandeur a déménagé', nl: 'de aanvrager is verhuisd', en: 'the applicant moved' },
  'enterprise.bankrupt': {
    fr: 'l’entreprise est en faillite',
    nl: 'de onderneming is failliet',
    en: 'the company is bankrupt',
  },
};

const ofOthers: Readonly<Record<RegisterEventKind, Words>> = {
  'person.died': {
    fr: 'une personne du dossier est décédée',
    nl: 'een persoon in het dossier is overleden',
    en: 'somebody of the case died',
  },
  'person.moved': {
    fr: 'une personne du dossier a déménagé',
    nl: 'een persoon in het dossier is verhuisd',
    en: 'somebody of the case moved',
  },
  'enterprise.bankrupt': {
    fr: 'une entreprise du dossier est en faillite',
    nl: 'een onderneming in het dossier is failliet',
    en: 'a company of the case is bankrupt',
  },
};

/** What the office reads in the history of the case. */
export const eventText = ({ kind, source, aboutApplicant, on }: Told): LocalizedText => {
  const said = (aboutApplicant ? ofApplicant : ofOthers)[kind];
  const [year, month, day] = on.split('-');
  const written = `${day}/${month}/${year}`;
  return {
    fr: `${source.fr} signale\u00a0: ${said.fr} (${written})`,
    nl: `${source.nl} meldt: ${said.nl} (${written})`,
    en: `${source.en} tells: ${said.en} (${written})`,
  };
};
