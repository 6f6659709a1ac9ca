import type { LocalizedText } from '@irisflow/foundation';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

export const hiddenWords = text('trop peu', 'te weinig', 'too few');

/** Heads of the columns of what is told of steps. */
export const stepWords: readonly LocalizedText[] = [
  text('Processus', 'Proces', 'Process'),
  text('Étape', 'Stap', 'Step'),
  text('Identifiant', 'Id', 'Id'),
  text('Dossiers à l’étape', 'Dossiers bij de stap', 'Cases at the step'),
  text('Attente médiane (jours)', 'Wachttijd, mediaan (dagen)', 'Waiting, median (days)'),
  text('Attente, 90e percentile (jours)', 'Wachttijd, 90e percentiel (dagen)', 'Waiting, 90th percentile (days)'),
  text('Passages', 'Doorgangen', 'Passings'),
  text('Durée médiane (jours)', 'Duur, mediaan (dagen)', 'Duration, median (days)'),
  text('Durée, 90e percentile (jours)', 'Duur, 90e percentiel (dagen)', 'Duration, 90th percentile (days)'),
];

/** Heads of the columns of what is told of the pages of the form. */
export const pageWords: readonly LocalizedText[] = [
  text('Page', 'Pagina', 'Page'),
  text('Identifiant', 'Id', 'Id'),
  text('Demandes arrivées à la page', 'Aanvragen tot bij de pagina', 'Applications that reached it'),
  text('Arrêtées à la page', 'Daar gestopt', 'Stopped there'),
];
