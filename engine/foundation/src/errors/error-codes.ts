import { contentErrorCodes, type ErrorKind } from './content-error-codes.ts';
import { campaignErrorCodes } from './campaign-error-codes.ts';
import { lifecycleErrorCodes } from './lifecycle-error-codes.ts';
import { deskErrorCodes } from './desk-error-codes.ts';
import { identityErrorCodes } from './identity-error-codes.ts';
import { moneyErrorCodes } from './money-error-codes.ts';
import { obligationErrorCodes } from './obligation-error-codes.ts';
import { postErrorCodes } from './post-error-codes.ts';
import { quotaErrorCodes } from './quota-error-codes.ts';

/** Everything that casework refuses, with the words for the person in front of the screen. */
export const caseworkErrorCodes = {
  INPUT_INVALID: {
    status: 400,
    title: { fr: 'La demande est incorrecte', nl: 'De aanvraag is onjuist', en: 'The request is not correct' },
  },
  NOT_SIGNED_IN: {
    status: 401,
    title: { fr: 'Vous devez vous connecter', nl: 'U moet zich aanmelden', en: 'You have to sign in' },
  },
  FORBIDDEN: {
    status: 403,
    title: { fr: 'Vous n’avez pas accès', nl: 'U hebt geen toegang', en: 'You do not have access' },
  },
  MANDATE_OVER: {
    status: 403,
    title: {
      fr: 'Votre mandat n’est plus en vigueur',
      nl: 'Uw volmacht geldt niet meer',
      en: 'Your mandate is no longer in force',
    },
  },
  OUT_OF_MANDATE: {
    status: 403,
    title: {
      fr: 'Votre mandat ne couvre pas cette démarche',
      nl: 'Uw volmacht geldt niet voor deze procedure',
      en: 'Your mandate does not cover this procedure',
    },
  },
  WRONG_AUDIENCE: {
    status: 403,
    title: {
      fr: 'Cette démarche ne s’adresse pas à la personne ou à l’entreprise pour qui vous agissez',
      nl: 'Deze procedure is niet bedoeld voor wie u handelt',
      en: 'This procedure is not for whom you act for',
    },
  },
  CASE_REFUSED: {
    status: 403,
    title: {
      fr: 'Cette étape n’agit pas pour ce dossier',
      nl: 'Deze stap handelt niet voor dit dossier',
      en: 'This step does not act for this case',
    },
  },
  CASE_NOT_STARTED: {
    status: 503,
    title: {
      fr: 'Le dossier ne connaît pas encore son processus',
      nl: 'Het dossier kent zijn proces nog niet',
      en: 'The case does not know its process yet',
    },
  },
  NOT_FOUND: { status: 404, title: { fr: 'Introuvable', nl: 'Niet gevonden', en: 'Not found' } },
  ADMINISTRATION_UNKNOWN: {
    status: 422,
    title: {
      fr: 'Cette administration n’existe pas ici',
      nl: 'Deze administratie bestaat hier niet',
      en: 'This administration does not exist here',
    },
  },
  STALE_REVISION: {
    status: 409,
    title: {
      fr: 'Quelqu’un a enregistré une version plus récente',
      nl: 'Iemand heeft een recentere versie opgeslagen',
      en: 'Somebody saved a newer version',
    },
  },
  DESTRUCTION_OPEN: {
    status: 409,
    title: {
      fr: 'Une destruction est déjà en cours',
      nl: 'Er loopt al een vernietiging',
      en: 'A destruction is under way already',
    },
  },
  DESTRUCTION_DECIDED: {
    status: 409,
    title: {
      fr: 'Cette destruction n’attend plus d’approbation',
      nl: 'Deze vernietiging wacht niet meer op goedkeuring',
      en: 'This destruction no longer waits for approval',
    },
  },
  CASE_BEING_DESTROYED: {
    status: 409,
    title: {
      fr: 'Ce dossier est en cours de destruction',
      nl: 'Dit dossier wordt op dit ogenblik vernietigd',
      en: 'This case is being destroyed',
    },
  },
  PREVIEW_OUTDATED: {
    status: 409,
    title: {
      fr: 'L’aperçu n’est plus à jour : regardez-le à nouveau',
      nl: 'Het voorbeeld is niet meer actueel: bekijk het opnieuw',
      en: 'The preview is out of date: look at it again',
    },
  },
  CONTACT_HAS_CASE: {
    status: 409,
    title: {
      fr: 'Ce contact a déjà un dossier',
      nl: 'Dit contact heeft al een dossier',
      en: 'This contact has a case already',
    },
  },
  LINKED_ALREADY: {
    status: 409,
    title: {
      fr: 'Ces dossiers sont déjà liés de cette façon',
      nl: 'Deze dossiers zijn al zo gekoppeld',
      en: 'These cases are linked like that already',
    },
  },
  REFERENCE_TAKEN: {
    status: 409,
    title: {
      fr: 'Cette référence désigne déjà un autre dossier',
      nl: 'Deze referentie staat al voor een ander dossier',
      en: 'This reference stands for another case already',
    },
  },
  DRAFT_SUBMITTED: {
    status: 409,
    title: {
      fr: 'Cette demande est déjà introduite',
      nl: 'Deze aanvraag is al ingediend',
      en: 'This application was already submitted',
    },
  },
  CASE_ENDED: {
    status: 409,
    title: { fr: 'Ce dossier est terminé', nl: 'Dit dossier is afgehandeld', en: 'This case has ended' },
  },
  MESSAGES_UNREAD: {
    status: 429,
    title: {
      fr: 'Le dossier n’a pas encore lu les messages précédents',
      nl: 'Het dossier heeft de vorige berichten nog niet gelezen',
      en: 'The case has not read the earlier messages yet',
    },
  },
  REQUEST_ENDED: {
    status: 409,
    title: {
      fr: 'Il n’est plus possible de répondre à cette demande',
      nl: 'U kunt niet meer op deze vraag antwoorden',
      en: 'This request can no longer be answered',
    },
  },
  CASE_SUSPENDED: {
    status: 409,
    title: {
      fr: 'Ce dossier est suspendu',
      nl: 'Dit dossier is opgeschort',
      en: 'This case is suspended',
    },
  },
  TOO_MANY_UNMASKED: {
    status: 409,
    title: {
      fr: 'Vous regardez déjà trop de données réservées à la fois',
      nl: 'U bekijkt al te veel voorbehouden gegevens tegelijk',
      en: 'You are looking at too many restricted answers at once already',
    },
  },
  TOO_MANY_OPEN: {
    status: 409,
    title: {
      fr: 'Vous avez trop de demandes en cours',
      nl: 'U hebt te veel lopende aanvragen',
      en: 'You have too many open applications',
    },
  },
  FIRST_TOKEN_REFUSED: {
    status: 422,
    title: {
      fr: 'Ce code n’est pas valable ou ne l’est plus',
      nl: 'Deze code is niet of niet meer geldig',
      en: 'This code is not valid, or no longer',
    },
  },
  ADMINISTRATION_EXISTS: {
    status: 409,
    title: {
      fr: 'Cette clé est déjà prise',
      nl: 'Deze sleutel bestaat al',
      en: 'This key is already taken',
    },
  },
  STILL_USED: {
    status: 409,
    title: { fr: 'C’est encore utilisé', nl: 'Dit wordt nog gebruikt', en: 'This is still used' },
  },
  OWN_ROLES: {
    status: 409,
    title: {
      fr: 'Personne ne change ses propres rôles',
      nl: 'Niemand wijzigt de eigen rollen',
      en: 'Nobody changes their own roles',
    },
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: {
      fr: 'Il faut garder au moins un administrateur',
      nl: 'Er moet minstens één beheerder blijven',
      en: 'At least one administrator has to stay',
    },
  },
  ROLES_FROM_PROVIDER: {
    status: 409,
    title: {
      fr: 'Les rôles viennent du fournisseur d’identité',
      nl: 'De rollen komen van de identiteitsprovider',
      en: 'The roles come from the identity provider',
    },
  },
  INVITATION_EXISTS: {
    status: 409,
    title: {
      fr: 'Cette personne est déjà invitée',
      nl: 'Deze persoon is al uitgenodigd',
      en: 'This person is already invited',
    },
  },
  INSTANCE_ENDED: {
    status: 409,
    title: {
      fr: 'Cette exécution est terminée',
      nl: 'Deze uitvoering is afgelopen',
      en: 'This instance has ended',
    },
  },
  INSTANCE_SUSPENDED: {
    status: 409,
    title: {
      fr: 'Cette exécution est déjà suspendue',
      nl: 'Deze uitvoering is al opgeschort',
      en: 'This instance is suspended already',
    },
  },
  INSTANCE_NOT_SUSPENDED: {
    status: 409,
    title: {
      fr: 'Cette exécution n’est pas suspendue',
      nl: 'Deze uitvoering is niet opgeschort',
      en: 'This instance is not suspended',
    },
  },
  ENGINE_CONFLICT: {
    status: 409,
    title: {
      fr: 'L’état actuel ne permet pas cette opération',
      nl: 'De huidige toestand laat deze bewerking niet toe',
      en: 'The present state does not allow this',
    },
  },
  ...contentErrorCodes,
  ...deskErrorCodes,
  ...lifecycleErrorCodes,
  ...identityErrorCodes,
  ...moneyErrorCodes,
  ...postErrorCodes,
  ...quotaErrorCodes,
  ...obligationErrorCodes,
  ...campaignErrorCodes,
} as const satisfies Record<string, ErrorKind>;

export type CaseworkErrorCode = keyof typeof caseworkErrorCodes;
