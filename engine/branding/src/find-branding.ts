import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import type { LetterHouse, LetterLogo } from '@irisflow/letters';
import { readSvg } from './logo/svg/read-svg.ts';
import { findBrandingRow, findLogoRow, findLookRow } from './storage/brandings.ts';
import type { Look } from './views/branding.ts';

/** What pages about an administration show of it, to be spread into a view; nothing where it has the platform's look. */
export const lookIn = async (db: Queryable, administration: string): Promise<{ look?: Look }> => {
  const look = await findLookRow(db, administration);
  return look === null || (look.accent === null && look.logo === null) ? {} : { look };
};

const logoOf = async (db: Queryable, administration: string): Promise<LetterLogo | null> => {
  const logo = await findLogoRow(db, administration);
  if (logo === null) return null;
  return logo.mediaType === 'image/png'
    ? { kind: 'png', content: logo.content }
    : { kind: 'drawing', drawing: readSvg(logo.content) };
};

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How an administration stands on its letters, in one language; null where it never said. */
export const letterHouse = async (
  db: Queryable,
  administration: string,
  locale: Locale,
): Promise<LetterHouse | null> => {
  const branding = await findBrandingRow(db, administration);
  if (branding === null) return null;
  return {
    accent: branding.accent?.color ?? null,
    logo: branding.logo === null ? null : await logoOf(db, administration),
    address: linesOf(branding.letterAddress?.[locale]),
    footer: linesOf(branding.letterFooter?.[locale]),
  };
};

/** As whom an administration writes mails; the address they come from is always the platform's. */
export interface Sender {
  readonly name: string | null;
  readonly replyTo: string | null;
}

export const senderOf = async (db: Queryable, administration: string, locale: Locale): Promise<Sender | null> => {
  const branding = await findBrandingRow(db, administration);
  if (branding === null || (branding.senderName === null && branding.replyTo === null)) return null;
  return { name: branding.senderName?.[locale] ?? null, replyTo: branding.replyTo };
};
