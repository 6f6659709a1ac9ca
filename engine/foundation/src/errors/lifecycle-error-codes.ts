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
  APPEAL_RUNS: {
    status: 409,
    title: {
      fr: 'Un recours est déjà introduit et pas encore tranché',
      nl: 'Er is al een beroep ingediend waarover nog niet is beslist',
      en: 'An appeal is lodged already and not decided yet',
    },
  },
  APPEAL_CLOSED: {
    status: 409,
    title: {
      fr: 'Le délai pour ce recours est passé, ou il ne s’introduit pas sur le portail',
      nl: 'De termijn voor dit beroep is voorbij, of het kan niet via het portaal',
      en: 'The term for this appeal is over, or the portal does not take it',
    },
  },
  REOPENING_PROPOSED: {
    status: 409,
    title: {
      fr: 'La réouverture est déjà proposée : une autre personne doit l’approuver',
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
      fr: 'Ce dossier ne peut pas être retiré ici : écrivez à l’administration',
      nl: 'Dit dossier kan hier niet worden ingetrokken: schrijf naar de administratie',
      en: 'This case cannot be withdrawn here: write to the administration',
    },
  },
  CHANGE_NOT_OFFERED: {
    status: 409,
    title: {
      fr: 'Cela ne peut pas être déclaré ici : écrivez à l’administration',
      nl: 'Dit kan hier niet worden gemeld: schrijf naar de administratie',
      en: 'This cannot be declared here: write to the administration',
    },
  },
  CHANGE_WAITING: {
    status: 409,
    title: {
      fr: 'Une déclaration attend déjà d’être examinée : retirez-la d’abord pour la remplacer',
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
      fr: 'Un recours est en cours : le dossier n’est rouvert qu’à la suite de ce recours',
      nl: 'Er loopt een beroep: het dossier wordt alleen naar aanleiding daarvan heropend',
      en: 'An appeal is under way: the case is reopened only because of it',
    },
  },
  IMPORT_NOT_CSV: {
    status: 415,
    title: {
      fr: 'Ce fichier n’est pas un CSV en UTF-8',
      nl: 'Dit bestand is geen CSV in UTF-8',
      en: 'This file is no CSV in UTF-8',
    },
  },
  IMPORT_CSV_BROKEN: {
    status: 422,
    title: {
      fr: 'Ce fichier ne se lit pas comme un CSV',
      nl: 'Dit bestand is niet leesbaar als CSV',
      en: 'This file does not read as CSV',
    },
  },
  IMPORT_TOO_LARGE: {
    status: 413,
    title: {
      fr: 'Ce fichier est trop grand pour être repris en une fois',
      nl: 'Dit bestand is te groot om in één keer over te nemen',
      en: 'This file is too large to be taken over at once',
    },
  },
  IMPORT_EMPTY: {
    status: 422,
    title: {
      fr: 'Ce fichier n’a pas de ligne sous l’en-tête',
      nl: 'Dit bestand heeft geen regel onder de kop',
      en: 'This file has no row below its header',
    },
  },
  IMPORT_STATE: {
    status: 409,
    title: {
      fr: 'Cette reprise n’en est pas là',
      nl: 'Deze overname is nog niet of niet meer zover',
      en: 'This import is not at that point',
    },
  },
  IMPORT_ERASED: {
    status: 409,
    title: {
      fr: 'Les lignes de ce fichier sont effacées',
      nl: 'De regels van dit bestand zijn gewist',
      en: 'The rows of this file were erased',
    },
  },
} as const satisfies Record<string, ErrorKind>;
