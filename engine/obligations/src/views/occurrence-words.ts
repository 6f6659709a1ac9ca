import type { LocalizedText } from '@irisflow/foundation';
import type { OccurrenceState } from './obligation.ts';

/** How an occurrence stands, in a few words. */
export const occurrenceWords: Readonly<Record<OccurrenceState, LocalizedText>> = {
  open: { fr: 'à fournir', nl: 'in te dienen', en: 'to be sent' },
  submitted: { fr: 'envoyée', nl: 'verzonden', en: 'sent' },
  accepted: { fr: 'acceptée', nl: 'aanvaard', en: 'accepted' },
  refused: { fr: 'refusée', nl: 'geweigerd', en: 'refused' },
  waived: { fr: 'dispense', nl: 'vrijgesteld', en: 'waived' },
  dropped: { fr: 'sans objet', nl: 'vervallen', en: 'dropped' },
};
