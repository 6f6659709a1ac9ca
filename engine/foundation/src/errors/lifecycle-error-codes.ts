import type { ErrorKind } from './content-error-codes.ts';

/** What is refused of cases that go on after they were closed, or elsewhere. */
export const lifecycleErrorCodes = {
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
  WITHDRAWAL_UNHEARD: {
    status: 409,
    title: {
      fr: 'Ce dossier ne peut pas être retiré ici : écrivez à l’administration',
      nl: 'Dit dossier kan hier niet worden ingetrokken: schrijf naar de administratie',
      en: 'This case cannot be withdrawn here: write to the administration',
    },
  },
  CHANGE_NOT_OFFERED: {
    status: 409,
    title: {
      fr: 'Cela ne peut pas être déclaré ici : écrivez à l’administration',
      nl: 'Dit kan hier niet worden gemeld: schrijf naar de administratie',
      en: 'This cannot be declared here: write to the administration',
    },
  },
  CHANGE_WAITING: {
    status: 409,
    title: {
      fr: 'Une déclaration attend déjà d’être examinée : retirez-la d’abord pour la remplacer',
      nl: 'Een melding wacht al op onderzoek: trek ze eerst in om ze te vervangen',
      en: 'A declaration waits to be looked at already: take it back first to replace it',
    },
  },
  CHANGE_SETTLED: {
    status: 409,
    title: {
      fr: 'Cette déclaration est déjà traitée ou retirée',
      nl: 'Deze melding is al behandeld of ingetrokken',
      en: 'This declaration is settled or taken back already',
    },
  },
  FEEDBACK_OVER: {
    status: 409,
    title: {
      fr: 'Cet avis ne peut plus être donné ni modifié',
      nl: 'Deze beoordeling kan niet meer worden gegeven of gewijzigd',
      en: 'This feedback can no longer be given or changed',
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
} as const satisfies Record<string, ErrorKind>;
