import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with the remedies against the decisions of a procedure. */
export const remedyProblemTexts = {
  REMEDY_TERM_MISSING: {
    fr: 'Un recours que le portail reçoit a besoin d’un délai de la démarche : dites lequel sous « term ».',
    nl: 'Een beroep dat het portaal ontvangt heeft een termijn van de procedure nodig: zeg welke bij “term”.',
    en: 'A remedy that the portal takes needs a term of the procedure: say which under “term”.',
  },
  REMEDY_NO_RIGHT: {
    fr: 'Un recours suspend ce que la décision fait d’un droit, mais aucun état d’un droit ne dit « whileAppealed » : rien ne serait suspendu.',
    nl: 'Een beroep schorst wat de beslissing met een recht doet, maar geen enkele toestand van een recht zegt “whileAppealed”: er zou niets geschorst worden.',
    en: 'A remedy suspends what the decision does to a right, but no state of a right says “whileAppealed”: nothing would be suspended.',
  },
  REMEDY_OUTCOME_UNSAID: {
    fr: 'Un recours est suspensif, mais aucune étape « Enregistrer la décision » ne dit l’issue du recours : la suspension finirait comme si la décision était confirmée.',
    nl: 'Een beroep schorst, maar geen enkele stap “Beslissing vastleggen” zegt de uitkomst van het beroep: de schorsing zou eindigen alsof de beslissing bevestigd is.',
    en: 'A remedy is suspensive, but no step “Record the decision” says the outcome of the appeal: the suspension would end as if the decision were confirmed.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
