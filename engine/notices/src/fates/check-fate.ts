import { addDays } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { type Fate, type FateKind, fatesOf, type NoticeChannel } from './fate.ts';
import { standing } from './standing.ts';

/** What somebody says became of a letter. */
export interface SaidFate {
  readonly channel: NoticeChannel;
  readonly kind: FateKind;
  readonly day: string;
  readonly number?: string;
  /** The fate that was wrong. */
  readonly corrects?: string;
}

const refuse = (pointer: string, keyword: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword }] });
};

const requireWay = (channels: readonly string[], { channel, kind, corrects }: SaidFate): void => {
  if (!channels.includes(channel))
    refuse('/channel', 'enum', `Expected a way by which the letter goes, but found ${channel}`);
  if (kind === 'annulled' ? corrects === undefined : !fatesOf[channel].includes(kind) || kind === 'presumed')
    refuse('/kind', 'enum', `Expected what becomes of a letter by ${channel}, but found ${kind}`);
};

const requireDay = (sentOn: string, today: string, day: string): void => {
  if (day > today) refuse('/day', 'maximum', `Expected a day until ${today}, but found ${day}`);
  // Whoever sends shortly after midnight may have handed it over the evening before.
  if (day < addDays(sentOn, -1)) refuse('/day', 'minimum', `Expected a day from ${sentOn} on, but found ${day}`);
};

const requireCorrected = (fates: readonly Fate[], { corrects, channel }: SaidFate): void => {
  if (corrects === undefined) return;
  const found = standing(fates).find(({ id }) => id === corrects);
  if (found === undefined || found.channel !== channel)
    refuse('/corrects', 'unknown', `Expected a fate of the letter by ${channel} that stands, but found another one`);
  if (found?.source === 'presumption')
    refuse('/corrects', 'presumed', 'Expected what somebody said, but the law presumes it: say what is known instead');
};

/** What was said already stands; to say it of another day is to correct it. */
const requireNew = (fates: readonly Fate[], { channel, kind, corrects }: SaidFate): void => {
  const known = standing(fates).find((fate) => fate.channel === channel && fate.kind === kind && fate.id !== corrects);
  if (known !== undefined)
    refuse('/kind', 'known', `Expected something new of the letter, but it was ${kind} on ${known.day} already`);
};

interface OfNotice {
  readonly channels: readonly string[];
  readonly sentOn: string;
  readonly today: string;
  readonly fates: readonly Fate[];
}

/** Refuses what cannot be of this letter, was said already, or corrects nothing. */
export const checkFate = ({ channels, sentOn, today, fates }: OfNotice, said: SaidFate): void => {
  requireWay(channels, said);
  requireDay(sentOn, today, said.day);
  requireCorrected(fates, said);
  if (said.kind !== 'annulled') requireNew(fates, said);
  if (said.number !== undefined && (said.channel !== 'registered' || said.kind !== 'handedOver'))
    refuse('/number', 'not', 'Expected a number with the handing over of a registered letter alone');
};
