import { AdministrationView } from '@irisflow/access';
import { LocalizedText, nullable, oneOf, Ordinal } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** `#rrggbb`. */
export const Color = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' });

/** A color that can be read wherever the portal uses it, with its shades. */
export const Accent = Type.Object({
  color: Color,
  /** Below a pointer, and for edges. */
  strong: Color,
  /** Behind text. */
  soft: Color,
});
export type Accent = Static<typeof Accent>;

export const Logo = Type.Object({
  /** Where its bytes are; they never change at this address. */
  url: Type.String(),
  /** In pixels or units of its drawing: how wide it is for its height. */
  width: Type.Number(),
  height: Type.Number(),
});
export type Logo = Static<typeof Logo>;

/** What pages about an administration show of it. */
export const Look = Type.Object({
  /** Of the administration. */
  name: LocalizedText,
  accent: nullable(Accent),
  logo: nullable(Logo),
});
export type Look = Static<typeof Look>;

const words = {
  /** The name beside the platform's address in mails of cases. */
  senderName: nullable(LocalizedText),
  /** Where answers to those mails go. */
  replyTo: nullable(Type.String({ maxLength: 254 })),
  /** Lines below the name in letters. */
  letterAddress: nullable(LocalizedText),
  /** Lines in the foot of letters, below whom the procedure names for questions. */
  letterFooter: nullable(LocalizedText),
};

export const BrandingWords = Type.Object(words);
export type BrandingWords = Static<typeof BrandingWords>;

/** The face of an administration as its administrators see it; null is the platform's. */
export const Branding = Type.Object({
  administration: AdministrationView,
  /** How often it was saved; 0 where it never was. */
  revision: Ordinal,
  accent: nullable(Accent),
  logo: nullable(Logo),
  ...words,
});
export type Branding = Static<typeof Branding>;

/** 200 kB, as base64. */
const MAX_LOGO_TEXT = Math.ceil(200_000 / 3) * 4;

/** The bytes of an SVG or PNG, as base64. */
export const LogoContent = Type.String({ maxLength: MAX_LOGO_TEXT, pattern: '^[A-Za-z0-9+/]*={0,2}$' });

export const BrandingToSave = Type.Object({
  accent: nullable(Color),
  /** Those of a new one; the one in force, or none at all. */
  logo: Type.Union([oneOf(['keep', 'none']), Type.Object({ content: LogoContent })]),
  ...words,
});
export type BrandingToSave = Static<typeof BrandingToSave>;

/** What would be shown of a color and a logo, or why they are refused. */
export const BrandingJudgement = Type.Object({
  accent: nullable(
    Type.Object({
      accent: Accent,
      passes: Type.Boolean(),
      /** The lightest color of this hue that passes; itself where it does. */
      nearest: Color,
      needed: Type.Number(),
      contrasts: Type.Array(Type.Object({ on: Type.String(), ratio: Type.Number() })),
    }),
  ),
  logo: nullable(
    Type.Object({
      /** As it would be kept, as base64; null where it is refused. */
      content: nullable(Type.String()),
      mediaType: nullable(Type.String()),
      width: nullable(Type.Number()),
      height: nullable(Type.Number()),
      refused: nullable(
        Type.Object({ reason: Type.String(), what: Type.String(), line: nullable(Type.Integer({ minimum: 1 })) }),
      ),
    }),
  ),
});
export type BrandingJudgement = Static<typeof BrandingJudgement>;
