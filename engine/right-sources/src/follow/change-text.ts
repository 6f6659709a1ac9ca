import type { LocalizedText } from '@irisflow/foundation';

/** What the timeline says when a source tells of a change by itself. */
export const changeText = (source: LocalizedText): LocalizedText => ({
  fr: `Une source annonce un changement : ${source.fr}`,
  nl: `Een bron meldt een wijziging: ${source.nl}`,
  en: `A source tells of a change: ${source.en}`,
});
