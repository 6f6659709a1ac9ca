export { caseStoreRoom } from './connector-door-room.ts';
export { consultationsRoom } from './consultations/consultations-room.ts';
