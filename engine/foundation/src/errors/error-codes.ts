import { contentErrorCodes, type ErrorKind } from './content-error-codes.ts';
import { identityErrorCodes } from './identity-error-codes.ts';

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
      fr: 'L’aperçu n’est plus à jour : regardez-le à nouveau',
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
  REQUEST_ENDED: {
    status: 409,
    title: {
      fr: 'Il n’est plus possible de répondre à cette demande',
      nl: 'U kunt niet meer op deze vraag antwoorden',
      en: 'This request can no longer be answered',
    },
  },
  HEARING_ENDED: {
    status: 409,
    title: {
      fr: 'Cette audition n’est plus prévue',
      nl: 'Deze hoorzitting is niet meer gepland',
      en: 'This hearing is no longer scheduled',
    },
  },
  HEARING_MOVED: {
    status: 409,
    title: {
      fr: 'Quelqu’un vient de déplacer cette audition',
      nl: 'Iemand heeft deze hoorzitting net verplaatst',
      en: 'Somebody has just moved this hearing',
    },
  },
  HEARING_TOO_SOON: {
    status: 409,
    title: {
      fr: 'L’audition est trop proche : le délai de convocation n’est pas respecté',
      nl: 'De hoorzitting is te vroeg: de oproepingstermijn is niet nageleefd',
      en: 'The hearing is too soon: those who are summoned have too few days',
    },
  },
  HEARING_NOT_YET: {
    status: 409,
    title: {
      fr: 'L’audition n’a pas encore commencé',
      nl: 'De hoorzitting is nog niet begonnen',
      en: 'The hearing has not begun yet',
    },
  },
  OPINION_ENDED: {
    status: 409,
    title: {
      fr: 'Cet avis n’est plus demandé',
      nl: 'Dit advies wordt niet meer gevraagd',
      en: 'This opinion is no longer asked',
    },
  },
  TASK_TAKEN: {
    status: 409,
    title: {
      fr: 'Un collègue a déjà pris cette tâche',
      nl: 'Een collega heeft deze taak al genomen',
      en: 'A colleague already took this task',
    },
  },
  ABSENCE_OVERLAPS: {
    status: 409,
    title: {
      fr: 'Une absence est déjà notée pour certains de ces jours',
      nl: 'Voor sommige van deze dagen is al een afwezigheid genoteerd',
      en: 'An absence is noted for some of these days already',
    },
  },
  VIEW_FIELD_UNKNOWN: {
    status: 422,
    title: {
      fr: 'La vue utilise un champ qui n’existe plus ou que vous ne pouvez pas lire',
      nl: 'De weergave gebruikt een veld dat niet meer bestaat of dat u niet mag lezen',
      en: 'The view uses a field that no longer exists or that you may not read',
    },
  },
  VIEW_CONDITION_INVALID: {
    status: 422,
    title: {
      fr: 'Une condition de la vue n’a pas de valeur utilisable',
      nl: 'Een voorwaarde van de weergave heeft geen bruikbare waarde',
      en: 'A condition of the view has no value that can be used',
    },
  },
  VIEW_TOO_LARGE: {
    status: 422,
    title: {
      fr: 'La vue a trop de conditions : 20 au plus',
      nl: 'De weergave heeft te veel voorwaarden: hoogstens 20',
      en: 'The view has too many conditions: 20 at most',
    },
  },
  VIEW_OF_OTHERS: {
    status: 403,
    title: {
      fr: 'Cette vue est à un collègue : enregistrez une copie',
      nl: 'Deze weergave is van een collega: bewaar een kopie',
      en: 'This view is a colleague’s: save a copy',
    },
  },
  VIEWS_FULL: {
    status: 409,
    title: {
      fr: 'Vous avez déjà 50 vues : supprimez-en une d’abord',
      nl: 'U hebt al 50 weergaven: verwijder er eerst een',
      en: 'You have 50 views already: delete one first',
    },
  },
  LETTER_CHANGED: {
    status: 409,
    title: {
      fr: 'Le courrier a été modifié depuis que vous l’avez lu',
      nl: 'De brief is gewijzigd sinds u hem las',
      en: 'The letter was changed since you read it',
    },
  },
  PARAGRAPH_KEY_TAKEN: {
    status: 409,
    title: {
      fr: 'Un paragraphe type porte déjà cet identifiant',
      nl: 'Een standaardalinea heeft deze code al',
      en: 'A standard paragraph has this key already',
    },
  },
  TASK_IN_BULK: {
    status: 409,
    title: {
      fr: 'Une décision groupée est déjà en cours pour l’une de ces tâches',
      nl: 'Voor een van deze taken loopt al een groepsbeslissing',
      en: 'A bulk decision is under way for one of these tasks',
    },
  },
  TASK_ENDED: {
    status: 409,
    title: { fr: 'Cette tâche est terminée', nl: 'Deze taak is afgelopen', en: 'This task has ended' },
  },
  CASE_SUSPENDED: {
    status: 409,
    title: {
      fr: 'Ce dossier est suspendu',
      nl: 'Dit dossier is opgeschort',
      en: 'This case is suspended',
    },
  },
  CASE_NOT_CLOSED: {
    status: 409,
    title: {
      fr: 'Ce dossier n’est pas clôturé',
      nl: 'Dit dossier is niet afgesloten',
      en: 'This case is not closed',
    },
  },
  CASE_NOT_REOPENABLE: {
    status: 409,
    title: {
      fr: 'Ce dossier ne peut pas être rouvert',
      nl: 'Dit dossier kan niet worden heropend',
      en: 'This case cannot be reopened',
    },
  },
  REOPENING_PROPOSED: {
    status: 409,
    title: {
      fr: 'La réouverture est déjà proposée : une autre personne doit l’approuver',
      nl: 'De heropening is al voorgesteld: iemand anders moet ze goedkeuren',
      en: 'The reopening is proposed already: somebody else has to approve it',
    },
  },
  TRANSFER_PROPOSED: {
    status: 409,
    title: {
      fr: 'Un transfert de ce dossier attend déjà une réponse',
      nl: 'Een overdracht van dit dossier wacht al op antwoord',
      en: 'A transfer of this case waits for an answer already',
    },
  },
  TRANSFER_DECIDED: {
    status: 409,
    title: {
      fr: 'Ce transfert n’attend plus de réponse',
      nl: 'Deze overdracht wacht niet meer op antwoord',
      en: 'This transfer waits for no answer any more',
    },
  },
  APPEAL_RUNNING: {
    status: 409,
    title: {
      fr: 'Un recours est en cours : le dossier n’est rouvert qu’à la suite de ce recours',
      nl: 'Er loopt een beroep: het dossier wordt alleen naar aanleiding daarvan heropend',
      en: 'An appeal is under way: the case is reopened only because of it',
    },
  },
  TASK_NOT_MINE: {
    status: 409,
    title: {
      fr: 'Prenez d’abord la tâche',
      nl: 'Neem eerst de taak',
      en: 'Take the task first',
    },
  },
  CHECKLIST_OPEN: {
    status: 409,
    title: {
      fr: 'Des points obligatoires de la liste de contrôle restent ouverts',
      nl: 'Verplichte punten van de controlelijst staan nog open',
      en: 'Required points of the checklist are still open',
    },
  },
  TASK_LANGUAGE: {
    status: 409,
    title: {
      fr: 'Cette étape demande quelqu’un qui travaille dans une autre langue',
      nl: 'Deze stap vraagt iemand die in een andere taal werkt',
      en: 'This step needs somebody who works in another language',
    },
  },
  FOUR_EYES: {
    status: 409,
    title: {
      fr: 'Une autre personne doit accomplir cette étape',
      nl: 'Iemand anders moet deze stap uitvoeren',
      en: 'Somebody else has to do this step',
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
  PROPOSAL_CHANGED: {
    status: 409,
    title: {
      fr: 'La proposition a changé depuis qu’elle a été faite',
      nl: 'Het voorstel is gewijzigd sinds het werd gedaan',
      en: 'The proposal has changed since it was made',
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
  ...identityErrorCodes,
} as const satisfies Record<string, ErrorKind>;

export type CaseworkErrorCode = keyof typeof caseworkErrorCodes;
