import type { LocalizedText } from '@irisflow/foundation';
import type { CampaignConsent } from './invitation.ts';

/** What somebody said to an administration about being written to, in words. */
export const choiceWords: Readonly<Record<CampaignConsent, LocalizedText>> = {
  objects: {
    fr: 'Seulement ce que la loi impose',
    nl: 'Alleen wat de wet oplegt',
    en: 'What the law orders alone',
  },
  usual: { fr: 'Quand c’est sa mission', nl: 'Als het haar taak is', en: 'Where it is its task' },
  agrees: { fr: 'Aussi pour m’informer', nl: 'Ook om mij te informeren', en: 'Also to inform me' },
};
