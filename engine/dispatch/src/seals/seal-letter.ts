import { CaseworkError, isoOf, type Locale } from '@irisflow/foundation';
import { formatMoment, type LetterSeal } from '@irisflow/letters';
import {
  type CertificateFacts,
  factsOf,
  requireInForce,
  roomFor,
  sealPdf,
  SealError,
  type SealKey,
} from '@irisflow/signatures';
import type { Surroundings } from '../surroundings.ts';
import { sealTexts } from './seal-texts.ts';

interface Signatory {
  readonly name: string;
  readonly capacity: string;
}

/** What is kept of a seal beside the file that has it. */
export interface MadeSeal {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly language: Locale;
  readonly signatory: Signatory | null;
  readonly certificate: CertificateFacts;
}

/** A letter that is about to be drawn and sealed. */
export interface Sealing extends MadeSeal {
  readonly key: SealKey;
  /** Its place in the letter, and what stands there. */
  readonly drawn: LetterSeal;
}

interface Letter {
  readonly administration: string;
  readonly language: Locale;
  readonly signatory: Signatory | null;
}

/** A seal that cannot be set is the operator's to look after; no letter leaves without it meanwhile. */
const refused = (administration: string, thrown: unknown): CaseworkError =>
  new CaseworkError(
    'SEAL_UNUSABLE',
    `Expected to set the electronic seal of ${administration}, but: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    { cause: thrown },
  );

const requireUsable = (administration: string, key: SealKey, now: number): void => {
  try {
    requireInForce(key, now);
  } catch (thrown) {
    if (thrown instanceof SealError) throw refused(administration, thrown);
    throw thrown;
  }
};

const linesOf = ({ language, signatory }: Letter, holder: string, at: number): LetterSeal['lines'] => {
  const { title, signed, paper } = sealTexts[language];
  const who = signatory === null ? [] : [signed(signatory.name, signatory.capacity)];
  return [title(holder, formatMoment(isoOf(at), language)), ...who, paper];
};

/** How a letter of an administration is sealed; null where it seals none: then nothing says that it does. */
export const sealingOf = ({ seals, clock }: Surroundings, letter: Letter): Sealing | null => {
  const { administration, language, signatory } = letter;
  const key = seals.get(administration);
  if (key === undefined) return null;
  const at = clock.now();
  requireUsable(administration, key, at);
  const certificate = factsOf(key.certificate);
  const { holder } = certificate;
  const drawn = { holder, reason: sealTexts[language].reason, lines: linesOf(letter, holder, at), room: roomFor(key) };
  return { key, at, language, signatory, certificate, drawn };
};

/** Seals a letter that was drawn with room for it. */
export const sealDrawn = async (administration: string, { key }: Sealing, pdf: Uint8Array): Promise<Buffer> => {
  try {
    return await sealPdf(key, pdf);
  } catch (thrown) {
    throw refused(administration, thrown);
  }
};
