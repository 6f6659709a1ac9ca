import { nullable, oneOf, Ordinal, visibleText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

export const CarriedChannel = oneOf(['registered', 'ebox']);
export type CarriedChannel = Static<typeof CarriedChannel>;

/** Whether letters of an administration leave with somebody who carries them. */
export const CarrierView = Type.Object({
  channel: CarriedChannel,
  /** Whether the platform knows a carrier of this way. */
  isConfigured: Type.Boolean(),
  /** Under which number it knows the administration. */
  account: nullable(Type.String()),
  isOn: Type.Boolean(),
  revision: Ordinal,
});
export type CarrierView = Static<typeof CarrierView>;

export const ContractSettings = Type.Object({ account: visibleText(60), isOn: Type.Boolean() });
export type ContractSettings = Static<typeof ContractSettings>;
