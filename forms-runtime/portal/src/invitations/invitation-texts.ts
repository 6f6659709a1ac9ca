import { useTranslator } from '@irisflow/ui';
import en from './invitation.en.json';
import fr from './invitation.fr.json';
import nl from './invitation.nl.json';

/** What the page of invitations says; it comes with it. */
export const invitationTexts = { fr, nl, en };

export const useInvitationText = () => useTranslator<keyof typeof fr>(invitationTexts);
