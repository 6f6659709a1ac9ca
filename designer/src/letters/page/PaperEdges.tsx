import type { Locale } from '@irisflow/ui';
import type { Contact } from '../parts/standard-paragraphs.ts';

const words = {
  fr: {
    administration: 'Administration',
    recipient: 'Nom et adresse du destinataire',
    line: 'Référence\u00a0: XX-0000-000000-00',
    page: 'Page 1 sur 1',
    date: 'Date du jour',
  },
  nl: {
    administration: 'Administratie',
    recipient: 'Naam en adres van de ontvanger',
    line: 'Referentie: XX-0000-000000-00',
    page: 'Pagina 1 van 1',
    date: 'Datum van vandaag',
  },
  en: {
    administration: 'Administration',
    recipient: 'Name and address of the recipient',
    line: 'Reference: XX-0000-000000-00',
    page: 'Page 1 of 1',
    date: 'Today’s date',
  },
} as const;

/** What is printed above the text of every letter, in gray: nobody writes it. */
export const PageHead = ({ language }: { language: Locale }) => {
  const { administration, recipient, line, date } = words[language];
  return (
    <div className="letter-page__edge letter-page__head">
      <p className="letter-page__sender">{administration}</p>
      <p className="letter-page__recipient">{recipient}</p>
      <p className="letter-page__reference">
        <span>{line}</span>
        <span>{date}</span>
      </p>
    </div>
  );
};

const said = (part: unknown): string[] => (typeof part === 'string' && part !== '' ? [part] : []);

/** What is printed in the foot of every page. */
export const PageFoot = ({ language, contact }: { language: Locale; contact: Contact }) => (
  <div className="letter-page__edge letter-page__foot">
    <span>{[contact.name, contact.phone, contact.email].flatMap(said).join('  ·  ')}</span>
    <span>{words[language].page}</span>
  </div>
);
