import type { InterventionCategory } from '../views/access.ts';
import type { LocalizedText } from '@irisflow/foundation';

/** Why staff opened, unmasked or repaired, in the words in which the person concerned is told. */
export const accessPurposes = {
  handling: {
    fr: 'Traitement de votre dossier',
    nl: 'Behandeling van uw dossier',
    en: 'Handling of your case',
  },
  opinion: {
    fr: 'Avis demandé par l’administration qui traite votre dossier',
    nl: 'Advies gevraagd door de administratie die uw dossier behandelt',
    en: 'Opinion asked by the administration that handles your case',
  },
  transfer: {
    fr: 'Reprise de votre dossier, transmis par une autre administration',
    nl: 'Overname van uw dossier, bezorgd door een andere administratie',
    en: 'Taking over your case, sent on by another administration',
  },
  inspection: {
    fr: 'Visite demandée par l’administration qui traite votre dossier',
    nl: 'Bezoek gevraagd door de administratie die uw dossier behandelt',
    en: 'Visit asked by the administration that handles your case',
  },
  incident: {
    fr: 'Résoudre un problème technique qui bloquait votre dossier',
    nl: 'Een technisch probleem oplossen dat uw dossier tegenhield',
    en: 'Solving a technical problem that held up your case',
  },
  wrongData: {
    fr: 'Rectifier une donnée fausse',
    nl: 'Een fout gegeven rechtzetten',
    en: 'Putting a wrong datum right',
  },
  askedByApplicant: {
    fr: 'À votre demande',
    nl: 'Op uw vraag',
    en: 'At your request',
  },
  control: {
    fr: 'Contrôle de la qualité ou de la légalité',
    nl: 'Controle van de kwaliteit of de wettigheid',
    en: 'Control of quality or legality',
  },
  legalDuty: {
    fr: 'Obligation légale',
    nl: 'Wettelijke verplichting',
    en: 'Legal duty',
  },
} as const satisfies Record<InterventionCategory | 'handling' | 'opinion' | 'inspection' | 'transfer', LocalizedText>;

export type AccessCategory = keyof typeof accessPurposes;
