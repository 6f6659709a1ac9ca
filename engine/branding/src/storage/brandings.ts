import { type Queryable, sql } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import { shadesOf } from '../accent/judge-accent.ts';
import type { CleanLogo } from '../logo/read-logo.ts';
import type { BrandingWords, Look } from '../views/branding.ts';
import { tables } from './tables.ts';

type Shown = Pick<Look, 'accent' | 'logo'>;

export interface KeptBranding extends Shown, BrandingWords {
  readonly revision: number;
}

interface LookRow {
  readonly accent: string | null;
  readonly logo_hash: string | null;
  readonly logo_width: string | null;
  readonly logo_height: string | null;
}

const lookColumns = ['accent', 'logo_hash', 'logo_width', 'logo_height'] as const;

const shownOf = (administration: string, { accent, logo_hash: hash, ...row }: LookRow): Shown => ({
  accent: accent === null ? null : shadesOf(accent),
  logo:
    hash === null
      ? null
      : {
          url: `/api/administrations/${administration}/logo/${hash}`,
          width: Number(row.logo_width),
          height: Number(row.logo_height),
        },
});

export const findBrandingRow = async (db: Queryable, administration: string): Promise<KeptBranding | null> => {
  const row = await tables(db)
    .selectFrom('branding')
    .select(['revision', ...lookColumns, 'sender_name', 'reply_to', 'letter_address', 'letter_footer'])
    .where('administration', '=', administration)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    revision: row.revision,
    ...shownOf(administration, row),
    senderName: row.sender_name as BrandingWords['senderName'],
    replyTo: row.reply_to,
    letterAddress: row.letter_address as BrandingWords['letterAddress'],
    letterFooter: row.letter_footer as BrandingWords['letterFooter'],
  };
};

/** With its name, which belongs to it. */
export const findLookRow = async (db: Queryable, administration: string): Promise<Look | null> => {
  const row = await tables(db)
    .selectFrom('branding as b')
    .innerJoin('administration as a', 'a.key', 'b.administration')
    .select(['a.name', 'b.accent', 'b.logo_hash', 'b.logo_width', 'b.logo_height'])
    .where('b.administration', '=', administration)
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name as LocalizedText, ...shownOf(administration, row) };
};

export interface KeptLogo {
  readonly content: Uint8Array;
  readonly mediaType: string;
}

export const findLogoRow = async (
  db: Queryable,
  administration: string,
): Promise<(KeptLogo & { hash: string }) | null> => {
  const row = await tables(db)
    .selectFrom('branding')
    .select(['logo', 'logo_type', 'logo_hash'])
    .where('administration', '=', administration)
    .executeTakeFirst();
  if (row === undefined || row.logo === null || row.logo_type === null || row.logo_hash === null) return null;
  return { content: row.logo, mediaType: row.logo_type, hash: row.logo_hash };
};

export interface BrandingToKeep extends BrandingWords {
  readonly administration: string;
  /** The one that was read; 0 where there was none. */
  readonly revision: number;
  readonly accent: string | null;
  /** `keep` leaves the one in force. */
  readonly logo: CleanLogo | 'keep' | null;
}

const logoValues = (logo: CleanLogo | null) => ({
  logo: logo?.content ?? null,
  logo_hash: logo?.hash ?? null,
  logo_type: logo?.mediaType ?? null,
  logo_width: logo?.width ?? null,
  logo_height: logo?.height ?? null,
});

const jsonOrNull = (value: unknown): string | null => (value === null ? null : jsonOf(value));

const valuesOf = ({ accent, senderName, replyTo, letterAddress, letterFooter }: BrandingToKeep) => ({
  accent,
  sender_name: jsonOrNull(senderName),
  reply_to: replyTo,
  letter_address: jsonOrNull(letterAddress),
  letter_footer: jsonOrNull(letterFooter),
});

/** Answers whether it was still in the revision that was read. */
export const keepBranding = async (tx: Queryable, toKeep: BrandingToKeep): Promise<boolean> => {
  const { administration, revision, logo } = toKeep;
  const kept = { ...valuesOf(toKeep), ...(logo === 'keep' ? {} : logoValues(logo)) };
  const written =
    revision === 0
      ? tables(tx)
          .insertInto('branding')
          .values({ administration, revision: 1, ...kept })
          .onConflict((conflict) => conflict.column('administration').doNothing())
          .returning('administration')
      : tables(tx)
          .updateTable('branding')
          .set({ ...kept, revision: sql<number>`revision + 1` })
          .where('administration', '=', administration)
          .where('revision', '=', revision)
          .returning('administration');
  return (await written.executeTakeFirst()) !== undefined;
};
