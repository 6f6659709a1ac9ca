import type { ConnectorField } from '@irisflow/connector-sdk';

import { optional, required } from './field-conditions.ts';

/** What is said of obligations on rights. */
export const OBLIGATION_FIELDS = {
  obligation: {
    label: { fr: 'Obligation', nl: 'Verplichting', en: 'Obligation' },
    hint: {
      fr: 'Clé d’un fichier .obligation.json. Le résultat donne « obligationId » ; à chaque ouverture, « obligation.opened » démarre un processus qui suit cette échéance.',
      nl: 'Sleutel van een bestand .obligation.json. Het resultaat geeft “obligationId”; telkens als ze opengaat start “obligation.opened” een proces dat die vervaldag volgt.',
      en: 'Key of a .obligation.json file. The result gives “obligationId”; each time it opens, “obligation.opened” starts a process that follows what is due.',
    },
    when: required('start-obligation'),
  },
  obligationFrom: {
    label: { fr: 'À partir du', nl: 'Vanaf', en: 'From' },
    hint: {
      fr: 'Sans jour, aujourd’hui. La première échéance vient après ce jour.',
      nl: 'Zonder dag is dat vandaag. De eerste vervaldag komt na die dag.',
      en: 'Without a day, today. The first due day comes after it.',
    },
    when: optional('start-obligation'),
  },
  obligationUntil: {
    label: { fr: 'Jusqu’au', nl: 'Tot en met', en: 'Until' },
    hint: {
      fr: 'Le dernier jour où quelque chose peut échoir ; sans lui, tant que le droit vaut. Pour redemander, le dernier jour pour répondre, obligatoire.',
      nl: 'De laatste dag waarop iets kan vervallen; zonder is dat zolang het recht geldt. Om opnieuw te vragen: de laatste dag om te antwoorden, verplicht.',
      en: 'The last day on which something may be due; without it, as long as the right holds. To ask again, the last day to answer, which is needed.',
    },
    when: optional('start-obligation', 'settle-obligation'),
  },
  obligationId: {
    label: { fr: 'L’obligation en cours', nl: 'De lopende verplichting', en: 'The running obligation' },
    hint: {
      fr: 'Le « obligationId » reçu au début. Ce qui est encore ouvert n’est plus à fournir.',
      nl: 'De “obligationId” die bij het begin werd gegeven. Wat nog openstaat moet niet meer worden ingediend.',
      en: 'The “obligationId” given at the start. What is still open need not be sent any more.',
    },
    when: required('end-obligation'),
  },
  occurrenceId: {
    label: { fr: 'L’échéance', nl: 'De vervaldag', en: 'What is due' },
    hint: {
      fr: 'p. ex. =obligation.occurrenceId, reçu avec « obligation.opened » ; c’est aussi la clé de « obligation.submitted », « obligation.due », « obligation.overdue » et « obligation.settled ».',
      nl: 'bv. =obligation.occurrenceId, gekregen met “obligation.opened”; het is ook de sleutel van “obligation.submitted”, “obligation.due”, “obligation.overdue” en “obligation.settled”.',
      en: 'Such as =obligation.occurrenceId, which came with “obligation.opened”; it is also the key of “obligation.submitted”, “obligation.due”, “obligation.overdue” and “obligation.settled”.',
    },
    when: required('settle-obligation'),
  },
  verdict: {
    label: { fr: 'Appréciation', nl: 'Beoordeling', en: 'Verdict' },
    choices: {
      accept: { fr: 'Accepter la réponse', nl: 'Het antwoord aanvaarden', en: 'Accept the answer' },
      askAgain: { fr: 'Redemander', nl: 'Opnieuw vragen', en: 'Ask again' },
      refuse: { fr: 'Refuser la réponse', nl: 'Het antwoord weigeren', en: 'Refuse the answer' },
      waive: { fr: 'Dispenser', nl: 'Vrijstellen', en: 'Waive it' },
    },
    when: required('settle-obligation'),
  },
  verdictReason: {
    label: { fr: 'Motif', nl: 'Reden', en: 'Reason' },
    hint: {
      fr: 'La personne le lit. Nécessaire, sauf pour accepter.',
      nl: 'De persoon leest dit. Nodig, behalve om te aanvaarden.',
      en: 'The person reads it. Needed for all but acceptance.',
    },
    when: optional('settle-obligation'),
  },
} satisfies Readonly<Record<string, ConnectorField>>;
