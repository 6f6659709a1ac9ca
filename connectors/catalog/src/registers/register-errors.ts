/** The business answers that every register about persons may give. */
export const REGISTER_ERRORS = {
  ID_UNKNOWN: {
    fr: 'Le numéro est inconnu.',
    nl: 'Het nummer is onbekend.',
    en: 'The number is unknown.',
  },
  ID_REPLACED: {
    fr: 'Le numéro a été remplacé ; le nouveau est dans la variable newId.',
    nl: 'Het nummer is vervangen; het nieuwe staat in de variabele newId.',
    en: 'The number was replaced; the new one is in the variable newId.',
  },
  ID_CANCELED: {
    fr: 'Le numéro a été annulé sans successeur.',
    nl: 'Het nummer is geschrapt zonder opvolger.',
    en: 'The number was withdrawn without a successor.',
  },
  NO_AUTHORIZATION: {
    fr: 'L’administration n’est pas (encore) autorisée à consulter cette source.',
    nl: 'De administratie is (nog) niet gemachtigd om deze bron te raadplegen.',
    en: 'The administration is not (yet) permitted to consult this source.',
  },
  NO_DATA: {
    fr: 'La source ne connaît pas la réponse : demander la preuve au citoyen.',
    nl: 'De bron kent het antwoord niet: vraag het bewijs aan de burger.',
    en: 'The source does not know the answer: ask the citizen for proof.',
  },
} as const;
