import { ProblemError, type Branding, type BrandingToSave } from '@irisflow/client';
import { locales, type Locale } from '@irisflow/ui';
import { noText, trimmed } from '../administration/LocalizedFields.tsx';

export const MAX_LOGO_BYTES = 200_000;

/** A file that was chosen, as base64. */
export interface ChosenLogo {
  readonly name: string;
  readonly size: number;
  readonly content: string;
}

export const textFields = ['senderName', 'letterAddress', 'letterFooter'] as const;
export type TextField = (typeof textFields)[number];
type Text = Readonly<Record<Locale, string>>;

/** A look as it is typed; empty is the platform's. */
export interface BrandingDraft extends Readonly<Record<TextField, Text>> {
  readonly accent: string;
  readonly logo: 'keep' | 'none' | ChosenLogo;
  readonly replyTo: string;
}

export const draftOf = ({ accent, replyTo, ...branding }: Branding): BrandingDraft => ({
  accent: accent?.color ?? '',
  logo: 'keep',
  replyTo: replyTo ?? '',
  senderName: branding.senderName ?? noText,
  letterAddress: branding.letterAddress ?? noText,
  letterFooter: branding.letterFooter ?? noText,
});

/** The look of the platform: nothing of one's own. */
export const plainDraft: BrandingDraft = {
  accent: '',
  logo: 'none',
  replyTo: '',
  senderName: noText,
  letterAddress: noText,
  letterFooter: noText,
};

/** A text in no language is none at all; in one, it is wanted in each. */
const textOrNull = (text: Text) => {
  const kept = trimmed(text);
  return locales.every((locale) => kept[locale] === '') ? null : kept;
};

/** A color as it is measured, `#rrggbb`; null for what is none. */
export const colorOf = (typed: string): string | null => {
  const digits = typed.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${digits.replaceAll(/./g, '$&$&')}` : null;
};

export const toSave = ({ accent, logo, replyTo, ...texts }: BrandingDraft): BrandingToSave => ({
  accent: colorOf(accent),
  logo: typeof logo === 'string' ? logo : { content: logo.content },
  replyTo: replyTo.trim() === '' ? null : replyTo.trim(),
  senderName: textOrNull(texts.senderName),
  letterAddress: textOrNull(texts.letterAddress),
  letterFooter: textOrNull(texts.letterFooter),
});

export const isSameDraft = (one: BrandingDraft, other: BrandingDraft): boolean =>
  one.accent === other.accent && JSON.stringify(toSave(one)) === JSON.stringify(toSave(other));

/** Whether anything in force is not the platform's. */
export const hasOwnLook = (branding: Branding): boolean =>
  branding.logo !== null || !isSameDraft({ ...draftOf(branding), logo: 'none' }, plainDraft);

/** What is wrong with a field: which text says it, and what stands in its holes. */
export interface Wrong {
  readonly keyword: string;
  readonly params: Readonly<Record<string, string>>;
}

/** By the ids of the fields: what the platform found, or what can be seen before it is asked. */
export const wrongIn = (draft: BrandingDraft): ReadonlyMap<string, Wrong> => {
  const wrong = new Map<string, Wrong>();
  if (draft.accent.trim() !== '' && colorOf(draft.accent) === null)
    wrong.set('accent', { keyword: 'color', params: {} });
  const texts = toSave(draft);
  for (const field of textFields)
    for (const locale of locales)
      if (texts[field]?.[locale] === '') wrong.set(`${field}-${locale}`, { keyword: 'required', params: {} });
  return wrong;
};

export const refusedIn = (error: unknown): ReadonlyMap<string, Wrong> =>
  new Map(
    (error instanceof ProblemError ? (error.problem.errors ?? []) : []).map(({ pointer, keyword, params = {} }) => [
      pointer.slice(1).replaceAll('/', '-'),
      { keyword, params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) },
    ]),
  );
