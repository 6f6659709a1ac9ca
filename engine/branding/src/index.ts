export { brandingRoom } from './branding-room.ts';
export { letterHouse, lookIn, type Sender, senderOf } from './find-branding.ts';
export { brandingMigrations } from './storage/migrations.ts';
export type { BrandingTables } from './storage/tables.gen.ts';
export { Accent, Branding, BrandingJudgement, BrandingToSave, Color, LogoContent, Look } from './views/branding.ts';
export { brandingWalls } from './walls/branding-walls.ts';
export { findContactUnit, requireContactUnit } from './contact-unit.ts';
export { ContactUnitView } from './views/contact-unit.ts';
