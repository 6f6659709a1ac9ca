import type { ErrorKind } from './content-error-codes.ts';

/** What clerks are refused while they work on tasks, views, letters and inquiries. */
export const deskErrorCodes = {
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
      fr: 'L’audition est trop proche : le délai de convocation n’est pas respecté',
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
  INSPECTION_ENDED: {
    status: 409,
    title: {
      fr: 'Cette visite n’est plus demandée',
      nl: 'Dit bezoek wordt niet meer gevraagd',
      en: 'This inspection is no longer asked for',
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
  RIGHT_ENDED: {
    status: 409,
    title: {
      fr: 'Ce droit a pris fin',
      nl: 'Dit recht is beëindigd',
      en: 'This right has ended',
    },
  },
  RIGHT_LATER_CHANGE: {
    status: 409,
    title: {
      fr: 'Un état de ce droit est déjà prévu pour plus tard : choisissez un jour qui le suit',
      nl: 'Voor later staat al een toestand van dit recht vast: kies een dag erna',
      en: 'A state of this right is set for later already: choose a day after it',
    },
  },
  RIGHT_MOVE_REFUSED: {
    status: 409,
    title: {
      fr: 'Ce droit ne peut pas passer dans cet état',
      nl: 'Dit recht kan niet naar deze toestand overgaan',
      en: 'This right cannot move to this state',
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
  DELEGATION_OVERLAPS: {
    status: 409,
    title: {
      fr: 'Vous avez déjà délégué cela à cette personne pour ces jours',
      nl: 'U hebt dit voor die dagen al aan deze persoon gedelegeerd',
      en: 'You have delegated this to that person for these days already',
    },
  },
  DELEGATION_ENDED: {
    status: 409,
    title: {
      fr: 'Cette délégation a déjà pris fin',
      nl: 'Deze delegatie is al afgelopen',
      en: 'This delegation is over already',
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
  APPOINTMENT_TAKEN: {
    status: 409,
    title: {
      fr: 'Cette heure n’est plus libre',
      nl: 'Dit uur is niet meer vrij',
      en: 'This time is no longer free',
    },
  },
  APPOINTMENT_LIMIT: {
    status: 409,
    title: {
      fr: 'Vous avez déjà le plus grand nombre de rendez-vous à venir',
      nl: 'U hebt al het hoogste aantal komende afspraken',
      en: 'You already have as many appointments to come as one may have',
    },
  },
  APPOINTMENT_OVER: {
    status: 409,
    title: {
      fr: 'Ce rendez-vous ne peut plus être modifié ainsi',
      nl: 'Deze afspraak kan niet meer zo worden gewijzigd',
      en: 'This appointment can no longer be changed like this',
    },
  },
  COUNTER_BOOKINGS_LEFT: {
    status: 409,
    title: {
      fr: 'D’autres rendez-vous perdraient leur place',
      nl: 'Andere afspraken zouden hun plaats verliezen',
      en: 'Other appointments would lose their place',
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
      fr: 'La vue a trop de conditions : 20 au plus',
      nl: 'De weergave heeft te veel voorwaarden: hoogstens 20',
      en: 'The view has too many conditions: 20 at most',
    },
  },
  VIEW_OF_OTHERS: {
    status: 403,
    title: {
      fr: 'Cette vue est à un collègue : enregistrez une copie',
      nl: 'Deze weergave is van een collega: bewaar een kopie',
      en: 'This view is a colleague’s: save a copy',
    },
  },
  VIEWS_FULL: {
    status: 409,
    title: {
      fr: 'Vous avez déjà 50 vues : supprimez-en une d’abord',
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
  PROPOSAL_CHANGED: {
    status: 409,
    title: {
      fr: 'La proposition a changé depuis qu’elle a été faite',
      nl: 'Het voorstel is gewijzigd sinds het werd gedaan',
      en: 'The proposal has changed since it was made',
    },
  },
} as const satisfies Record<string, ErrorKind>;
