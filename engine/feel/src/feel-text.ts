import { fillText } from '@irisflow/texts';
import type { TextLocale } from '@irisflow/texts';

import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };

/** Everything FEEL has to say, by a stable name; the texts are in `messages/<locale>.json`, a test keeps them equal. */
export type FeelTextCode = keyof typeof en;

/** What fills the holes of a text. */
export type FeelParams = Readonly<Record<string, string>>;

/** A text without its language. */
export interface FeelText {
  readonly text: FeelTextCode;
  readonly params: FeelParams;
}

/** Something to tell the author about a place in a text, in UTF-16 units from its start. */
export interface FeelRemark extends FeelText {
  readonly offset: number;
}

/** The texts in every language, with `{name}` where a parameter goes. */
export const feelTexts: Readonly<Record<TextLocale, Readonly<Record<FeelTextCode, string>>>> = { fr, nl, en, de };

/** A text in a language, parameters filled in. */
export const feelMessage = ({ text, params }: FeelText, locale: TextLocale): string =>
  fillText(feelTexts[locale][text], params);
