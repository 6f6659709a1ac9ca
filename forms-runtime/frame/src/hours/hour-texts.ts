import type { Catalogue } from '@irisflow/ui';

const fr = {
  legend: 'Jour et heure',
  earlier: 'Semaine précédente',
  later: 'Semaine suivante',
  none: 'Aucune heure libre du {from} au {to}',
  never: 'Aucune heure libre jusqu’au {day}',
  neverText: 'Essayez un autre guichet, ou revenez plus tard : des heures se libèrent.',
  jump: 'Premier jour libre : {day}',
  loading: 'Recherche des heures libres…',
};

export type HourKey = keyof typeof fr;

/** What the choice of an hour says; it comes with the choice, which most visits never open. */
export const hourTexts: Catalogue<HourKey> = {
  fr,
  nl: {
    legend: 'Dag en uur',
    earlier: 'Vorige week',
    later: 'Volgende week',
    none: 'Geen vrij uur van {from} tot {to}',
    never: 'Geen vrij uur tot {day}',
    neverText: 'Probeer een ander loket, of kom later terug: er komen uren vrij.',
    jump: 'Eerste vrije dag: {day}',
    loading: 'Vrije uren worden opgezocht…',
  },
  en: {
    legend: 'Day and time',
    earlier: 'Previous week',
    later: 'Next week',
    none: 'No free time from {from} to {to}',
    never: 'No free time until {day}',
    neverText: 'Try another counter, or come back later: times become free.',
    jump: 'First free day: {day}',
    loading: 'Looking for free times…',
  },
};
