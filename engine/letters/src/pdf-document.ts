import PdfKit from 'pdfkit';
import type { Locale } from '@irisflow/foundation';
import { languageTag } from './letter-format.ts';
import { fontSource, registerFonts } from './open-fonts.ts';

export type Pdf = InstanceType<typeof PdfKit>;
export type Element = ReturnType<Pdf['struct']>;

export const MARGINS = { top: 64, bottom: 78, left: 68, right: 68 };
export const INK = '#1d1b24';
export const QUIET = '#5d5966';

export interface PdfFacts {
  readonly locale: Locale;
  readonly title: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a document says of itself, and how the library writes it once more as XML: as it stands, on lines of their own. */
interface Inside {
  readonly info: Readonly<Record<string, unknown>>;
  _addInfo: (this: Inside) => void;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const asXml = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[&<>]/g, (sign) => entities[sign] ?? sign).replace(/\s+/g, ' ') : value;

/** A subject with `&` would leave XML that no reader reads, and one with a line of its own could look like a part of the file. */
const sayAsXml = (pdf: Pdf): Pdf => {
  const inside = pdf as unknown as Inside;
  const { _addInfo: addInfo } = inside;
  inside._addInfo = () => {
    const info = Object.fromEntries(Object.entries(inside.info).map(([name, value]) => [name, asXml(value)]));
    addInfo.call(Object.create(inside, { info: { value: info } }) as Inside);
  };
  return pdf;
};

/** An empty A4 document, tagged for screen readers, with the fonts of the house inside. */
export const openDocument = ({ locale, title, author, now }: PdfFacts): Pdf => {
  const date = new Date(now);
  const pdf = new PdfKit({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    // The types of the library know the archive profiles only; it writes this one as well.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    displayTitle: true,
    lang: languageTag(locale),
    bufferPages: true,
    font: fontSource('regular'),
    info: { Title: title, Author: author, Creator: 'Irisflow', CreationDate: date, ModDate: date },
  });
  registerFonts(pdf);
  return sayAsXml(pdf.fillColor(INK));
};

export const collect = (pdf: Pdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    pdf.end();
  });
