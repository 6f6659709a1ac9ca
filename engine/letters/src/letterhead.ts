import type { Locale } from '@irisflow/foundation';
import { formatValue } from './letter-format.ts';

/** What stands around the text of a letter. */
export interface Letterhead {
  readonly administration: string;
  readonly recipient: readonly string[];
  readonly date: string;
  readonly referenceLine: string;
  readonly contactLine: string;
  readonly pageLabel: (page: number, pages: number) => string;
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
}

const words: Readonly<Record<Locale, { readonly reference: string; readonly page: string; readonly of: string }>> = {
  fr: { reference: 'Référence', page: 'Page', of: 'sur' },
  nl: { reference: 'Referentie', page: 'Pagina', of: 'van' },
  en: { reference: 'Reference', page: 'Page', of: 'of' },
};

export const letterheadOf = (values: LetterheadValues): Letterhead => {
  const { reference, page, of } = words[values.locale];
  return {
    administration: values.administration,
    recipient: values.recipient,
    date: formatValue(values.today, 'date', values.locale) ?? values.today,
    referenceLine: `${reference}: ${values.reference}`.replace(':', values.locale === 'fr' ? '\u00a0:' : ':'),
    contactLine: [values.contact.name, values.contact.service ?? '', values.contact.phone, values.contact.email]
      .filter((part) => part !== '')
      .join('  ·  '),
    pageLabel: (current, total) => `${page} ${current} ${of} ${total}`,
  };
};
