import type { Element, Pdf } from './pdf-document.ts';
import { INK } from './pdf-document.ts';
import { plain, strong, writeSpans } from './write-spans.ts';

/** The place of an electronic seal in a letter, and what stands there in words. */
export interface LetterSeal {
  /** Whose seal it is. */
  readonly holder: string;
  /** Why it is sealed. */
  readonly reason: string;
  /** What readers see: who sealed, then who signed. */
  readonly lines: readonly [title: string, ...more: string[]];
  /** Bytes that are kept free for it. */
  readonly room: number;
}

const PADDING = 8;
const FRAME = '0.29 0.25 0.56 RG 0.6 w';
/** As wide as the byte range of any file can be. */
const UNKNOWN = '**********';
/** Printed, and locked: nobody moves it. */
const FLAGS = 4 + 128;
/** The document has signatures, and is only appended to. */
const SIGNED_ONCE = 3;

type Dictionary = Record<string, unknown>;

/** What the types of the library do not know. */
interface Inside {
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: Dictionary } } };
}

/** A PDF says text as an object; a plain string would be a name. */
const said = (text: string): object => Object(text) as object;

const signatureOf = (pdf: Pdf, { holder, reason, room }: LetterSeal, now: number) => {
  const signature = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(room),
    Name: said(holder),
    Reason: said(reason),
    M: new Date(now),
  });
  signature.end(undefined);
  return signature;
};

const frameOf = (pdf: Pdf, width: number, height: number) => {
  const frame = pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
  frame.end(`${FRAME} 0.3 0.3 ${width - 0.6} ${height - 0.6} re S`);
  return frame;
};

const writeLines = (pdf: Pdf, parent: Element, { lines }: LetterSeal, place: { x: number; width: number }): void => {
  lines.forEach((line, index) => {
    const text = index === 0 ? strong(line) : plain(line);
    parent.add(
      pdf.struct('P', {}, () => {
        pdf.fontSize(9).fillColor(INK);
        writeSpans(pdf, [text], { x: place.x, y: pdf.y }, { width: place.width, lineGap: 1 });
      }),
    );
  });
};

const heightOf = (pdf: Pdf, { lines }: LetterSeal, width: number): number => {
  pdf.font('bold').fontSize(9);
  return lines.reduce((sum, line) => sum + pdf.heightOfString(line, { width, lineGap: 1 }), 0) + 2 * PADDING;
};

interface Field {
  readonly seal: LetterSeal;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly now: number;
}

/** The signature as a field of the form that every PDF with one has; screen readers find it in the order of the text. */
const addField = (pdf: Pdf, parent: Element, { seal, box, now }: Field): void => {
  const form = pdf.struct('Form', { alt: seal.lines.join(' ') });
  parent.add(form);
  const [, , width, height] = box;
  pdf.annotate(...box, {
    Subtype: 'Widget',
    FT: 'Sig',
    F: FLAGS,
    T: said('Seal'),
    TU: said(seal.lines.join(' ')),
    V: signatureOf(pdf, seal, now),
    AP: { N: frameOf(pdf, width, height) },
    structParent: form,
  } as object);
  form.end();
  pdf.initForm();
  const { data } = (pdf as unknown as Inside)._root.data.AcroForm;
  data['Fields'] = [pdf.page.annotations.at(-1)];
  data['SigFlags'] = SIGNED_ONCE;
  delete data['NeedAppearances'];
};

/** Draws the place of a seal below the text of a letter, and leaves its bytes free. */
export const drawSeal = (pdf: Pdf, parent: Element, { seal, now }: Omit<Field, 'box'>): void => {
  const { left, right, bottom } = pdf.page.margins;
  const width = pdf.page.width - left - right;
  const height = heightOf(pdf, seal, width - 2 * PADDING);
  pdf.y += PADDING;
  if (pdf.y + height > pdf.page.height - bottom) pdf.addPage();
  const top = pdf.y;
  pdf.y += PADDING;
  writeLines(pdf, parent, seal, { x: left + PADDING, width: width - 2 * PADDING });
  addField(pdf, parent, { seal, box: [left, top, width, height], now });
  pdf.y = top + height;
};
