import type { ErrorKind } from './content-error-codes.ts';

/** What is refused of letters that leave the house. */
export const postErrorCodes = {
  SEAL_UNUSABLE: {
    status: 409,
    title: {
      fr: 'Le cachet électronique de l’administration ne peut pas être apposé',
      nl: 'Het elektronische zegel van de administratie kan niet worden aangebracht',
      en: 'The electronic seal of the administration cannot be set',
    },
  },
  CARRIER_UNAVAILABLE: {
    status: 503,
    title: {
      fr: 'Le transporteur de courrier est momentanément indisponible',
      nl: 'De postbezorger is even niet beschikbaar',
      en: 'Whoever carries letters is unavailable for a moment',
    },
  },
  NO_CARRIER: {
    status: 409,
    title: {
      fr: 'La plateforme ne connaît aucun transporteur pour cette voie',
      nl: 'Het platform kent geen bezorger voor dit kanaal',
      en: 'The platform knows nobody who carries letters this way',
    },
  },
  NOTHING_TO_PRINT: {
    status: 409,
    title: {
      fr: 'Aucun courrier n’attend d’être imprimé : un collègue les a peut-être déjà pris',
      nl: 'Er wachten geen brieven om af te drukken: misschien nam een collega ze al',
      en: 'No letter waits to be printed: a colleague may have taken them already',
    },
  },
  BATCH_MOVED: {
    status: 409,
    title: {
      fr: 'Un de ces courriers est parti entre-temps : recommencez',
      nl: 'Een van deze brieven is intussen vertrokken: begin opnieuw',
      en: 'One of these letters left meanwhile: try again',
    },
  },
  BATCH_ENDED: {
    status: 409,
    title: {
      fr: 'Ce lot est déjà posté ou abandonné',
      nl: 'Deze batch is al gepost of opgegeven',
      en: 'This batch is already posted or given up',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
