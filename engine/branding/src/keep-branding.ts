import {
  type AccessSurroundings,
  type AdministrationView,
  appendAudit,
  findAdministration,
  requireStaff,
  type UseCaseOn,
} from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { judgeAccent, NEEDED, nearestReadable } from './accent/judge-accent.ts';
import { LogoFault } from './logo/logo-fault.ts';
import { type CleanLogo, readLogo } from './logo/read-logo.ts';
import { invalid, requireWords } from './require-words.ts';
import { findBrandingRow, findLogoRow, keepBranding, type KeptLogo } from './storage/brandings.ts';
import type { Branding, BrandingJudgement, BrandingToSave } from './views/branding.ts';

type UseCase<Input, Output> = UseCaseOn<AccessSurroundings, Input, Output>;

const requireAdministration = async (db: Queryable, key: string): Promise<AdministrationView> => {
  const found = await findAdministration(db, key);
  if (found !== null) return found;
  throw new CaseworkError('NOT_FOUND', `Expected an administration ${key}, but there is none`);
};

const plain = {
  revision: 0,
  accent: null,
  logo: null,
  senderName: null,
  replyTo: null,
  letterAddress: null,
  letterFooter: null,
};

const viewOf = async (db: Queryable, administration: string): Promise<Branding> => ({
  administration: await requireAdministration(db, administration),
  ...((await findBrandingRow(db, administration)) ?? plain),
});

/** The face of my administration. */
export const getBranding: UseCase<Record<string, never>, Branding> = async ({ database }, actor) =>
  viewOf(database, requireStaff(actor, ['administrator']).administration);

const requireAccent = (color: string | null): string | null => {
  if (color === null) return null;
  const { accent, contrasts, passes } = judgeAccent(color);
  const [worst] = contrasts;
  if (passes || worst === undefined) return accent.color;
  throw invalid('/accent', 'contrast', { ...worst, needed: NEEDED, nearest: nearestReadable(accent.color) });
};

const bytesOf = (content: string): Buffer => Buffer.from(content, 'base64');

const requireLogo = async (logo: BrandingToSave['logo']): Promise<CleanLogo | 'keep' | null> => {
  if (logo === 'keep') return logo;
  if (logo === 'none') return null;
  try {
    return await readLogo(bytesOf(logo.content));
  } catch (thrown) {
    if (!(thrown instanceof LogoFault)) throw thrown;
    const { reason, what, line } = thrown;
    throw invalid('/logo', `logo.${reason}`, { what, ...(line !== null && { line }) });
  }
};

/** What goes into the audit: everything that is shown; of a logo, which one. */
const recordOf = ({ revision: _revision, administration: _administration, accent, ...branding }: Branding) => ({
  ...branding,
  accent: accent?.color ?? null,
});

export interface SaveBranding {
  /** The revision that whoever changed it had before them; 0 where there was none. */
  readonly revision: number;
  readonly branding: BrandingToSave;
}

/** Gives my administration another face. Whoever began from an older one than that in force is told, and nothing is overwritten. */
export const saveBranding: UseCase<SaveBranding, Branding> = async (surroundings, actor, { revision, branding }) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const { senderName, replyTo, letterAddress, letterFooter } = branding;
  const words = { senderName, replyTo, letterAddress, letterFooter };
  requireWords(words);
  const accent = requireAccent(branding.accent);
  const logo = await requireLogo(branding.logo);
  return surroundings.database.transaction(async (tx) => {
    const before = await viewOf(tx, administration);
    if (!(await keepBranding(tx, { administration, revision, accent, logo, ...words })))
      throw new CaseworkError('STALE_REVISION', `Expected the revision in force of the look, but found ${revision}`);
    const after = await viewOf(tx, administration);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'branding.saved',
      object: `administration:${administration}`,
      administration,
      detail: { revision: after.revision, before: recordOf(before), after: recordOf(after) },
    });
    return after;
  });
};

const judgeColor = (color: string): BrandingJudgement['accent'] => {
  const { accent, contrasts, passes } = judgeAccent(color);
  return { accent, contrasts: [...contrasts], passes, needed: NEEDED, nearest: nearestReadable(accent.color) };
};

const judgeLogo = async (content: string): Promise<BrandingJudgement['logo']> => {
  try {
    const clean = await readLogo(bytesOf(content));
    const { mediaType, width, height } = clean;
    return { content: clean.content.toString('base64'), mediaType, width, height, refused: null };
  } catch (thrown) {
    if (!(thrown instanceof LogoFault)) throw thrown;
    const { reason, what, line } = thrown;
    return { content: null, mediaType: null, width: null, height: null, refused: { reason, what, line } };
  }
};

/** What would become of a color and a logo, before they are saved; nothing is kept. */
export const judgeBranding: UseCase<{ accent: string | null; logo: string | null }, BrandingJudgement> = async (
  _surroundings,
  actor,
  { accent, logo },
) => {
  requireStaff(actor, ['administrator']);
  return {
    accent: accent === null ? null : judgeColor(accent),
    logo: logo === null ? null : await judgeLogo(logo),
  };
};

/** The bytes of a logo in force, by their hash; one that was replaced is gone. */
export const getLogo: UseCase<{ administration: string; hash: string }, KeptLogo & { hash: string }> = async (
  { database },
  _actor,
  { administration, hash },
) => {
  const found = await findLogoRow(database, administration);
  if (found !== null && found.hash === hash) return found;
  throw new CaseworkError(
    'NOT_FOUND',
    `Expected the logo ${hash.slice(0, 12)} of ${administration}, but there is none`,
  );
};
