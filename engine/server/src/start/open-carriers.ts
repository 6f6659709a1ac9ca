import type { CarriedChannel, LetterCarrier } from '@irisflow/post-room';
import type { Config } from '../config/config.ts';
import { type CarrierSettings, createLetterCarrier } from './create-letter-carrier.ts';
import type { Sources } from './start-sources.ts';
import type { StopStack } from './stop-stack.ts';

const channels: readonly CarriedChannel[] = ['registered', 'ebox'];

type Parts = { readonly config: Config; readonly sources: Pick<Sources, 'sandbox'> };

/** Those that were configured; in a demonstration, those that the sandbox plays. */
const settingsOf = ({ config, sources: { sandbox } }: Parts, channel: CarriedChannel): CarrierSettings | undefined => {
  const configured = {
    registered: { url: config.registeredUrl, key: config.registeredKey },
    ebox: { url: config.eboxUrl, key: config.eboxKey },
  }[channel];
  return configured.url === '' ? sandbox?.carriers[channel] : configured;
};

/** Whoever carries letters, by way. */
export const openCarriers = (
  parts: Parts,
  stops: StopStack,
): Readonly<Partial<Record<CarriedChannel, LetterCarrier>>> =>
  Object.fromEntries(
    channels.flatMap((channel) => {
      const settings = settingsOf(parts, channel);
      if (settings === undefined) return [];
      const { carrier, close } = createLetterCarrier(settings);
      stops.push(`carrier of ${channel} letters`, close);
      return [[channel, carrier]];
    }),
  );
