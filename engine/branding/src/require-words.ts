import { CaseworkError, isVisible, locales, type LocalizedText } from '@irisflow/foundation';
import { unprintable } from '@irisflow/letters';
import type { BrandingWords } from './views/branding.ts';

export const invalid = (pointer: string, keyword: string, params?: Readonly<Record<string, unknown>>): CaseworkError =>
  new CaseworkError(
    'INPUT_INVALID',
    `Expected ${pointer} to be kept, but found ${keyword}${params === undefined ? '' : ` ${JSON.stringify(params)}`}`,
    { errors: [{ pointer, keyword, ...(params !== undefined && { params }) }] },
  );

/** Characters in one language. */
const MAX_NAME = 70;
/** What fits beside the logo, and into the foot of a page. */
const shapes = {
  letterAddress: { lines: 4, characters: 60 },
  letterFooter: { lines: 2, characters: 90 },
} as const;

/** What ends a line of a header, turns the direction of what follows, or shows nothing. */
const disguise = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** What stands around an address in a header, or hides one: readers undo an encoded word (RFC 2047) also within quotes. A name with it would pass for another sender. */
const addressing = /[<>@"\\;,:()[\]]|=\?/;

const requireIn = (text: string, pointer: string): void => {
  if (!isVisible(text)) throw invalid(pointer, 'required');
};

const requireSender = (name: LocalizedText): void => {
  for (const locale of locales) {
    const [text, pointer] = [name[locale], `/senderName/${locale}`];
    requireIn(text, pointer);
    if (text.length > MAX_NAME) throw invalid(pointer, 'maxLength', { limit: MAX_NAME });
    if (disguise.test(text) || addressing.test(text)) throw invalid(pointer, 'characters');
  }
};

const requireLines = (field: keyof typeof shapes, texts: LocalizedText): void => {
  const { lines, characters } = shapes[field];
  for (const locale of locales) {
    const [text, pointer] = [texts[locale], `/${field}/${locale}`];
    requireIn(text, pointer);
    const found = text.split('\n');
    if (found.length > lines) throw invalid(pointer, 'maxLines', { limit: lines });
    if (found.some((line) => line.length > characters)) throw invalid(pointer, 'maxLine', { limit: characters });
    if (found.some((line) => disguise.test(line))) throw invalid(pointer, 'characters');
    const missing = unprintable(text);
    if (missing.length > 0) throw invalid(pointer, 'unprintable', { found: missing.slice(0, 5).join(', ') });
  }
};

/** One plain address: no name, no list, no comment, nothing quoted. */
const address =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** What an administration says must be readable where it goes: on paper, and in the header of a mail. */
export const requireWords = ({ senderName, replyTo, letterAddress, letterFooter }: BrandingWords): void => {
  if (senderName !== null) requireSender(senderName);
  if (replyTo !== null && !(replyTo.length <= 254 && address.test(replyTo))) throw invalid('/replyTo', 'address');
  if (letterAddress !== null) requireLines('letterAddress', letterAddress);
  if (letterFooter !== null) requireLines('letterFooter', letterFooter);
};
