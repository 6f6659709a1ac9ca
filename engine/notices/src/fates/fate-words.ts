import type { LocalizedText } from '@irisflow/foundation';
import type { FateKind } from './fate.ts';

type Words = (subject: LocalizedText, day: string) => LocalizedText;

/** A day as people write it here. */
export const written = (day: string): string => day.split('-').toReversed().join('/');

const words =
  (fr: string, nl: string, en: string): Words =>
  (subject, day) => ({
    fr: `Courrier « ${subject.fr} » : ${fr} le ${written(day)}.`,
    nl: `Brief “${subject.nl}”: ${nl} op ${written(day)}.`,
    en: `Letter “${subject.en}”: ${en} on ${written(day)}.`,
  });

/** What the timeline of the case says of a letter, and whether whoever it is for reads it too; of the others it says nothing. */
export const fateWords: Readonly<Partial<Record<FateKind, { readonly text: Words; readonly isPublic: boolean }>>> = {
  handedOver: { text: words('confié au transporteur', 'aan de vervoerder gegeven', 'handed over'), isPublic: false },
  presented: {
    text: words('présenté à votre adresse', 'op uw adres aangeboden', 'presented at your address'),
    isPublic: true,
  },
  delivered: { text: words('remis', 'afgeleverd', 'delivered'), isPublic: true },
  presumed: { text: words('présumé reçu', 'vermoedelijk ontvangen', 'presumed to have arrived'), isPublic: true },
  unclaimed: { text: words('non réclamé', 'niet afgehaald', 'not collected'), isPublic: true },
  refused: { text: words('refusé', 'geweigerd', 'refused'), isPublic: true },
  returned: { text: words('revenu à l’expéditeur', 'teruggekomen', 'came back'), isPublic: true },
};

/** What was said of a letter was wrong: for the office alone. */
export const correctionWords = (subject: LocalizedText, reason: string): LocalizedText => ({
  fr: `Courrier « ${subject.fr} » : ce qui en était dit a été corrigé. Motif : ${reason}`,
  nl: `Brief “${subject.nl}”: wat ervan werd gezegd, is verbeterd. Reden: ${reason}`,
  en: `Letter “${subject.en}”: what was said of it was corrected. Reason: ${reason}`,
});

/** Why the last day of a term moved. */
export const movedBecause = (subject: LocalizedText, day: string): LocalizedText => ({
  fr: `le courrier « ${subject.fr} » est arrivé le ${written(day)}`,
  nl: `brief “${subject.nl}” is op ${written(day)} aangekomen`,
  en: `the letter “${subject.en}” arrived on ${written(day)}`,
});

/** Why a term stands still. */
export const notArrived = (subject: LocalizedText): LocalizedText => ({
  fr: `Le courrier « ${subject.fr} » n’est pas arrivé.`,
  nl: `Brief “${subject.nl}” is niet aangekomen.`,
  en: `The letter “${subject.en}” did not arrive.`,
});

/** A term that has ended does not begin again: somebody has to look. */
export const cameTooLate = (subject: LocalizedText): LocalizedText => ({
  fr: `Le délai que fait courir le courrier « ${subject.fr} » avait déjà pris fin quand on a su autre chose de son arrivée. À vérifier.`,
  nl: `De termijn van brief “${subject.nl}” was al afgelopen toen over de aankomst iets anders bekend werd. Na te kijken.`,
  en: `The term that the letter “${subject.en}” starts had ended already when something else became known of its arrival. To be checked.`,
});
