import { defineConnector, PLATFORM_SECRETS, PLATFORM_SETTINGS } from '@irisflow/connector-sdk';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const calendar = defineConnector({
  type: 'calendar',
  version: 1,
  title: { fr: 'Calendrier', nl: 'Kalender', en: 'Calendar' },
  description: {
    fr: 'Compte des jours selon le calendrier de l’administration : jours fériés légaux et jours de fermeture. Pour un délai légal, démarrez plutôt le délai du dossier.',
    nl: 'Telt dagen volgens de kalender van de administratie: wettelijke feestdagen en sluitingsdagen. Start voor een wettelijke termijn liever de termijn van het dossier.',
    en: 'Counts days by the calendar of the administration: legal holidays and closures. For a legal term, start the term of the case instead.',
  },
  resultName: 'counted',
  input: Input,
  fields: {
    count: {
      label: { fr: 'Compter', nl: 'Tellen', en: 'Count' },
      hint: {
        fr: '« result » est le jour trouvé.',
        nl: '“result” is de gevonden dag.',
        en: '“result” is the day that was found.',
      },
      choices: {
        nothing: { fr: 'rien', nl: 'niets', en: 'nothing' },
        workingDays: { fr: 'des jours ouvrables', nl: 'werkdagen', en: 'working days' },
        calendarDays: {
          fr: 'des jours, jusqu’au jour ouvrable suivant',
          nl: 'dagen, tot de volgende werkdag',
          en: 'days, and on to the next working day',
        },
      },
    },
    day: {
      label: { fr: 'À partir du jour', nl: 'Vanaf de dag', en: 'From the day' },
      hint: {
        fr: 'AAAA-MM-JJ. Dit aussi si c’est un jour ouvrable (isWorkingDay), un jour de fermeture (isClosed) et quel est le jour ouvrable suivant (nextWorkingDay).',
        nl: 'JJJJ-MM-DD. Zegt ook of het een werkdag (isWorkingDay) of sluitingsdag (isClosed) is en wat de volgende werkdag is (nextWorkingDay).',
        en: 'YYYY-MM-DD. Says besides whether it is a working day (isWorkingDay) or closed (isClosed), and the next working day (nextWorkingDay).',
      },
    },
    days: {
      label: { fr: 'Nombre de jours', nl: 'Aantal dagen', en: 'Number of days' },
      hint: { fr: 'Négatif : en arrière.', nl: 'Negatief: terug.', en: 'Below zero: back.' },
      when: { field: 'count', oneOf: ['workingDays', 'calendarDays'], need: 'required' },
    },
    until: {
      label: { fr: 'Jusqu’au jour', nl: 'Tot de dag', en: 'Until the day' },
      hint: {
        fr: 'Facultatif : workingDaysUntil donne les jours ouvrables entre les deux.',
        nl: 'Optioneel: workingDaysUntil geeft de werkdagen daartussen.',
        en: 'Optional: workingDaysUntil gives the working days between both.',
      },
    },
  },
  output: Output,
  errors: {},
  secrets: [...PLATFORM_SECRETS],
  settings: [...PLATFORM_SETTINGS],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 5_000,
  example: { count: 'workingDays', day: '2026-12-24', days: 3 },
  run,
});
