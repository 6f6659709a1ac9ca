export { offerPlaces } from './clock/offer-places.ts';
export { watchPlaces } from './clock/watch-places.ts';
export { quotasRoom } from './quotas-room.ts';
export { checkQuotas } from './storage/check-quotas.ts';
export { quotasMigrations } from './storage/migrations.ts';
export type { QuotasTables } from './storage/tables.gen.ts';
export { confirmPlace } from './verbs/confirm-place.ts';
export { holdImported } from './verbs/hold-imported.ts';
export { giveUpPlace } from './verbs/give-up-place.ts';
export type { PlaceReply } from './verbs/place-reply.ts';
export { reservePlace } from './verbs/reserve-place.ts';
export {
  MyPlace,
  PlaceAct,
  PlaceEnd,
  PlaceState,
  PlaceView,
  PositionStep,
  QuotaSummary,
  QuotaView,
} from './views/quota.ts';
export { placeWords } from './views/place-words.ts';
export { quotaWalls } from './walls/quota-walls.ts';
