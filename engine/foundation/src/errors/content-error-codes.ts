import type { LocalizedText } from '../views/text.ts';

export interface ErrorKind {
  /** HTTP status a gateway answers with. */
  readonly status: number;
  readonly title: LocalizedText;
}

/** What is refused of files, procedures and connectors, and what the parts behind them refuse. */
export const contentErrorCodes = {
  REPORTS_FULL: {
    status: 429,
    title: {
      fr: 'Trop d’obstacles ont été signalés aujourd’hui : écrivez ou téléphonez à l’administration',
      nl: 'Er zijn vandaag te veel hindernissen gemeld: schrijf of bel naar de dienst',
      en: 'Too many obstacles were reported today: write or telephone to the office',
    },
  },
  WEBHOOK_STOPPED: {
    status: 409,
    title: {
      fr: 'L’envoi de ces notifications est arrêté',
      nl: 'De verzending van deze meldingen is stopgezet',
      en: 'The sending of these notifications is stopped',
    },
  },
  WEBHOOK_UNSIGNED: {
    status: 401,
    title: {
      fr: 'Rien ne prouve qui envoie ce message',
      nl: 'Niets bewijst wie dit bericht verstuurt',
      en: 'Nothing proves who sends this message',
    },
  },
  WEBHOOK_UNMAPPED: {
    status: 422,
    title: {
      fr: 'Ce message ne désigne aucun dossier',
      nl: 'Dit bericht wijst geen dossier aan',
      en: 'This message names no case',
    },
  },
  WEBHOOK_TOO_LARGE: {
    status: 413,
    title: { fr: 'Ce message est trop long', nl: 'Dit bericht is te lang', en: 'This message is too long' },
  },
  WEBHOOK_TOO_OFTEN: {
    status: 429,
    title: {
      fr: 'Trop de messages arrivent à cette adresse',
      nl: 'Er komen te veel berichten toe op dit adres',
      en: 'Too many messages come to this address',
    },
  },
  TOKEN_REVOKED: {
    status: 409,
    title: { fr: 'Ce jeton a été retiré', nl: 'Dit token is ingetrokken', en: 'This token was revoked' },
  },
  CONNECTOR_TYPE_REFUSED: {
    status: 422,
    title: {
      fr: 'Ce type de connecteur ne vous appartient pas',
      nl: 'Dit type connector is niet van u',
      en: 'This type of connector is not yours',
    },
  },
  CONNECTOR_REFUSED: {
    status: 422,
    title: {
      fr: 'Ce connecteur ne peut pas être enregistré',
      nl: 'Deze connector kan niet worden geregistreerd',
      en: 'This connector cannot be registered',
    },
  },
  CONNECTOR_NEWER: {
    status: 409,
    title: {
      fr: 'Une version plus récente de ce connecteur est enregistrée',
      nl: 'Een recentere versie van deze connector is geregistreerd',
      en: 'A newer version of this connector is registered',
    },
  },
  PROCEDURE_EXISTS: {
    status: 409,
    title: { fr: 'Cette démarche existe déjà', nl: 'Deze procedure bestaat al', en: 'This procedure already exists' },
  },
  PROCEDURE_BUSY: {
    status: 409,
    title: {
      fr: 'Quelqu’un est en train de publier cette démarche',
      nl: 'Iemand publiceert deze procedure op dit moment',
      en: 'Somebody is publishing this procedure at the moment',
    },
  },
  DOCUMENT_TOO_LARGE: {
    status: 413,
    title: { fr: 'Le fichier est trop volumineux', nl: 'Het bestand is te groot', en: 'The file is too large' },
  },
  DOCUMENT_TYPE_REFUSED: {
    status: 415,
    title: {
      fr: 'Ce type de fichier n’est pas accepté',
      nl: 'Dit bestandstype wordt niet aanvaard',
      en: 'This type of file is not accepted',
    },
  },
  DOCUMENT_INFECTED: {
    status: 422,
    title: {
      fr: 'Ce fichier contient un virus et a été refusé',
      nl: 'Dit bestand bevat een virus en is geweigerd',
      en: 'This file holds a virus and was refused',
    },
  },
  DOCUMENT_UNCHECKED: {
    status: 409,
    title: {
      fr: 'Ce fichier doit encore être contrôlé avant de pouvoir être ouvert',
      nl: 'Dit bestand moet nog worden gecontroleerd voor het kan worden geopend',
      en: 'This file still has to be checked before it can be opened',
    },
  },
  COPIES_WAITING: {
    status: 409,
    title: {
      fr: 'Des copies de ce dossier sont déjà en préparation',
      nl: 'Er worden al kopieën van dit dossier gemaakt',
      en: 'Copies of this file are already being made',
    },
  },
  DOCUMENT_LIMIT: {
    status: 422,
    title: { fr: 'Il y a trop de fichiers', nl: 'Er zijn te veel bestanden', en: 'There are too many files' },
  },
  FORM_INVALID: {
    status: 422,
    title: {
      fr: 'Certaines réponses sont à corriger',
      nl: 'Sommige antwoorden moeten worden verbeterd',
      en: 'Some answers have to be corrected',
    },
  },
  PROCEDURE_INVALID: {
    status: 422,
    title: {
      fr: 'La démarche contient des erreurs',
      nl: 'De procedure bevat fouten',
      en: 'The procedure has errors',
    },
  },
  ARCHIVE_INVALID: {
    status: 422,
    title: {
      fr: 'Cette archive ne peut pas être importée',
      nl: 'Dit archief kan niet worden ingevoerd',
      en: 'This archive cannot be imported',
    },
  },
  LETTER_INVALID: {
    status: 422,
    title: {
      fr: 'Le courrier ne peut pas être établi',
      nl: 'De brief kan niet worden opgemaakt',
      en: 'The letter cannot be made',
    },
  },
  LETTER_INCOMPLETE: {
    status: 422,
    title: {
      fr: 'Il manque au courrier ce que la loi exige',
      nl: 'In de brief ontbreekt wat de wet eist',
      en: 'The letter lacks what the law wants in it',
    },
  },
  AUDIT_DAMAGED: {
    status: 409,
    title: {
      fr: 'Le journal d’audit a été modifié',
      nl: 'Het auditlogboek is gewijzigd',
      en: 'The audit log was changed',
    },
  },
  ENGINE_REFUSED: {
    status: 502,
    title: {
      fr: 'Le moteur a refusé l’opération',
      nl: 'De procesmotor heeft de bewerking geweigerd',
      en: 'The engine refused the operation',
    },
  },
  ENGINE_UNAVAILABLE: {
    status: 503,
    title: {
      fr: 'Le service est momentanément indisponible',
      nl: 'De dienst is even niet beschikbaar',
      en: 'The service is unavailable for a moment',
    },
  },
  PUBLICATION_NEEDS_REASON: {
    status: 409,
    title: {
      fr: 'Des scénarios sont rouges ou un chemin ne finit jamais : la publication demande une raison',
      nl: 'Er zijn rode scenario’s of een weg zonder einde: publiceren vraagt een reden',
      en: 'Scenarios are red or a way never ends: publishing needs a reason',
    },
  },
  PUBLICATION_SCHEDULED: {
    status: 409,
    title: {
      fr: 'Une publication est déjà programmée pour cette démarche',
      nl: 'Voor deze procedure is al een publicatie gepland',
      en: 'A publication of this procedure is scheduled already',
    },
  },
  PUBLICATION_UNCHANGED: {
    status: 409,
    title: {
      fr: 'Rien ne diffère de la version publiée',
      nl: 'Niets verschilt van de gepubliceerde versie',
      en: 'Nothing differs from the published version',
    },
  },
  PROCEDURE_ENDS: {
    status: 409,
    title: {
      fr: 'Cette démarche s’arrête : aucune version ne peut plus y être programmée',
      nl: 'Deze procedure stopt: er kan geen versie meer worden gepland',
      en: 'This procedure ends: no version can be scheduled any more',
    },
  },
  RETIREMENT_STANDS: {
    status: 409,
    title: {
      fr: 'L’arrêt de cette démarche est déjà demandé ou décidé',
      nl: 'De stopzetting van deze procedure is al gevraagd of beslist',
      en: 'The end of this procedure is asked for or set already',
    },
  },
  RETIREMENT_WAITS: {
    status: 409,
    title: {
      fr: 'Une demande attend encore l’approbation d’une seconde personne',
      nl: 'Een aanvraag wacht nog op de goedkeuring van een tweede persoon',
      en: 'Something still waits for the approval of a second person',
    },
  },
  PROCEDURE_RETIRED: {
    status: 409,
    title: {
      fr: 'Cette démarche est arrêtée : aucun nouveau dossier ne peut plus y être ouvert',
      nl: 'Deze procedure is stopgezet: er kan geen nieuw dossier meer worden geopend',
      en: 'This procedure has ended: no new case can be opened any more',
    },
  },
  DRAFT_TOO_LATE: {
    status: 409,
    title: {
      fr: 'Cette démarche est arrêtée, et le dernier jour pour envoyer les demandes commencées est passé',
      nl: 'Deze procedure is stopgezet, en de laatste dag om begonnen aanvragen te versturen is voorbij',
      en: 'This procedure has ended, and the last day to send applications that were begun is over',
    },
  },
  SCHEDULE_HOUR_INVALID: {
    status: 422,
    title: {
      fr: 'Choisissez une heure à venir, dans l’année ; l’heure sautée au passage à l’heure d’été n’existe pas',
      nl: 'Kies een uur in de toekomst, binnen het jaar; het uur dat bij de zomertijd wegvalt, bestaat niet',
      en: 'Choose an hour to come, within a year; the hour left out when summer time begins does not exist',
    },
  },
  VERSION_WAITS: {
    status: 409,
    title: {
      fr: 'Cette version attend encore l’approbation d’une seconde personne',
      nl: 'Deze versie wacht nog op de goedkeuring van een tweede persoon',
      en: 'This version still waits for the approval of a second person',
    },
  },
  VERSION_MOVE_RUNNING: {
    status: 409,
    title: {
      fr: 'Certains de ces dossiers passent déjà à une autre version',
      nl: 'Sommige van deze dossiers worden al naar een andere versie overgezet',
      en: 'Some of these cases are moving to another version already',
    },
  },
  REHEARSAL_RUNNING: {
    status: 409,
    title: {
      fr: 'Des dossiers de cette procédure sont déjà rejoués en ce moment',
      nl: 'Dossiers van deze procedure worden nu al opnieuw gespeeld',
      en: 'Cases of this procedure are being replayed already',
    },
  },
  VERSION_PLACE_UNFIT: {
    status: 409,
    title: {
      fr: 'Une étape a reçu une place qui ne lui convient pas',
      nl: 'Een stap kreeg een plaats die er niet bij past',
      en: 'A step was given a place that does not fit it',
    },
  },
} as const satisfies Record<string, ErrorKind>;
