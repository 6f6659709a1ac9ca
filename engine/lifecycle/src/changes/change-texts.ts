import { inEveryLocale, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { ChangeState } from '../views/change.ts';

type Words = Readonly<Record<Locale, string>>;

const dayIn = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(`${locale}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const since: Words = { fr: 'depuis le', nl: 'sinds', en: 'since' };

/** What it is about: fields or a part, and since when. */
const said =
  (words: Words) =>
  (what: readonly LocalizedText[], day: string): LocalizedText =>
    inEveryLocale(
      (locale) =>
        `${words[locale]} ${what.map((one) => one[locale]).join(', ')} (${since[locale]} ${dayIn(locale, day)})`,
    );

/** What timelines say of what was declared; read by both its applicant and whoever handles the case. */
export const changeTexts = {
  declared: said({ fr: 'Changement déclaré :', nl: 'Wijziging gemeld:', en: 'Change declared:' }),
  accepted: said({ fr: 'Changement pris en compte :', nl: 'Wijziging aanvaard:', en: 'Change taken into account:' }),
  refused: said({ fr: 'Changement non retenu :', nl: 'Wijziging niet aanvaard:', en: 'Change not accepted:' }),
  retracted: said({ fr: 'Déclaration retirée :', nl: 'Melding ingetrokken:', en: 'Declaration taken back:' }),
  partDeclared: said({
    fr: 'Retrait d’une partie demandé :',
    nl: 'Intrekking van een deel gevraagd:',
    en: 'Withdrawal of a part requested:',
  }),
  partAccepted: said({ fr: 'Partie retirée :', nl: 'Deel ingetrokken:', en: 'Part withdrawn:' }),
  partRefused: said({
    fr: 'Retrait d’une partie non accepté :',
    nl: 'Intrekking van een deel niet aanvaard:',
    en: 'Withdrawal of a part not accepted:',
  }),
  partRetracted: said({
    fr: 'Demande de retrait d’une partie annulée :',
    nl: 'Vraag om een deel in te trekken geannuleerd:',
    en: 'Request to withdraw a part taken back:',
  }),
} as const;

/** Where something declared stands, in a word. */
export const changeStateWords: Readonly<Record<ChangeState, LocalizedText>> = {
  waiting: { fr: 'en cours d’examen', nl: 'wordt bekeken', en: 'being looked at' },
  accepted: { fr: 'pris en compte', nl: 'aanvaard', en: 'accepted' },
  refused: { fr: 'non retenu', nl: 'niet aanvaard', en: 'not accepted' },
  retracted: { fr: 'retiré', nl: 'ingetrokken', en: 'taken back' },
  lapsed: { fr: 'dossier clôturé avant', nl: 'dossier eerder afgesloten', en: 'case closed before' },
};

/** A reason stays in the words in which it was given. */
export const withReason = (text: LocalizedText, reason: string): LocalizedText =>
  inEveryLocale((locale) => `${text[locale]}. ${reason}`);
