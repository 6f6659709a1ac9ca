import type { Locale } from '@irisflow/foundation';
import { formatValue } from './letter-format.ts';
import type { LetterLogo } from './letter-logo.ts';

/** How an administration stands on its letters, beside its name. */
export interface LetterHouse {
  /** `#rrggbb`, of its name and of the line above the foot; null for the platform's. */
  readonly accent: string | null;
  readonly logo: LetterLogo | null;
  /** Lines below its name. */
  readonly address: readonly string[];
  /** Lines in the foot of every page, below whom the letter names for questions. */
  readonly footer: readonly string[];
}

/** What stands around the text of a letter. */
export interface Letterhead {
  readonly administration: string;
  readonly recipient: readonly string[];
  readonly date: string;
  readonly referenceLine: string;
  readonly contactLine: string;
  readonly pageLabel: (page: number, pages: number) => string;
  /** What is said above everything else; null for a letter that counts. */
  readonly mark: string | null;
  readonly house: LetterHouse;
}

export interface LetterheadValues {
  readonly locale: Locale;
  readonly administration: string;
  readonly recipient: readonly string[];
  readonly today: string;
  readonly reference: string;
  readonly contact: {
    readonly name: string;
    readonly service?: string | null;
    readonly email: string;
    readonly phone: string;
  };
  /** The languages in which the same letter counts, where this one is a translation by courtesy. */
  readonly countsIn?: readonly Locale[];
  /** Whether it must not be sent as it is; then every page says so. */
  readonly isDraft?: boolean;
  /** Null or left out where the administration never said how it stands on letters. */
  readonly house?: LetterHouse | null;
}

const plainHouse: LetterHouse = { accent: null, logo: null, address: [], footer: [] };

const words: Readonly<Record<Locale, { readonly reference: string; readonly page: string; readonly of: string }>> = {
  fr: { reference: 'Référence', page: 'Page', of: 'sur' },
  nl: { reference: 'Referentie', page: 'Pagina', of: 'van' },
  en: { reference: 'Reference', page: 'Page', of: 'of' },
};

/** Whether a letter in a language only helps to understand the one that counts: the Region decides in French and Dutch. */
export const isCourtesy = (locale: Locale): boolean => locale !== 'fr' && locale !== 'nl';

/** Languages as a sentence of each language names them. */
const names: Readonly<Record<Locale, Readonly<Record<Locale, string>>>> = {
  fr: { fr: 'français', nl: 'néerlandais', en: 'anglais' },
  nl: { fr: 'Frans', nl: 'Nederlands', en: 'Engels' },
  en: { fr: 'French', nl: 'Dutch', en: 'English' },
};

const marks: Readonly<Record<Locale, (counts: string) => string>> = {
  fr: (counts) => `Traduction par courtoisie, sans valeur juridique. Seul compte le texte en ${counts}.`,
  nl: (counts) => `Vertaling uit hoffelijkheid, zonder rechtskracht. Alleen de tekst in het ${counts} telt.`,
  en: (counts) => `Courtesy translation without legal force. Only the text in ${counts} counts.`,
};

const ands: Readonly<Record<Locale, string>> = { fr: ' et en ', nl: ' en het ', en: ' and ' };

const drafts: Readonly<Record<Locale, { readonly name: string; readonly mark: string }>> = {
  fr: { name: 'PROJET', mark: 'PROJET, à ne pas envoyer : il y manque ce que la loi exige.' },
  nl: { name: 'ONTWERP', mark: 'ONTWERP, niet versturen: wat de wet eist, ontbreekt nog.' },
  en: { name: 'DRAFT', mark: 'DRAFT, not to be sent: what the law wants in it is missing.' },
};

const courtesyMark = ({ locale, countsIn }: LetterheadValues): string | null =>
  countsIn === undefined ? null : marks[locale](countsIn.map((language) => names[locale][language]).join(ands[locale]));

const markOf = (values: LetterheadValues): string | null => {
  const said = [values.isDraft === true ? drafts[values.locale].mark : null, courtesyMark(values)];
  const marked = said.filter((mark) => mark !== null);
  return marked.length === 0 ? null : marked.join(' ');
};

export const letterheadOf = (values: LetterheadValues): Letterhead => {
  const { reference, page, of } = words[values.locale];
  const draft = values.isDraft === true ? drafts[values.locale].name : '';
  return {
    administration: values.administration,
    recipient: values.recipient,
    date: formatValue(values.today, 'date', values.locale) ?? values.today,
    referenceLine: `${reference}: ${values.reference}`.replace(':', values.locale === 'fr' ? '\u00a0:' : ':'),
    contactLine: [draft, values.contact.name, values.contact.service ?? '', values.contact.phone, values.contact.email]
      .filter((part) => part !== '')
      .join('  ·  '),
    mark: markOf(values),
    house: values.house ?? plainHouse,
    pageLabel: (current, total) => `${page} ${current} ${of} ${total}`,
  };
};
