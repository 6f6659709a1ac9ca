import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '@irisflow/access';
import type { BrandingToSave } from '@irisflow/branding';
import type { Casework } from '@irisflow/platform';
import { demoStaff } from './demo-staff.ts';

const system: Actor = { kind: 'job', name: 'operator' };

const administratorOf = async ({ identity }: Casework, administration: string): Promise<Actor | undefined> => {
  const claims = demoStaff.find((one) => one.administration === administration && one.roles.includes('administrator'));
  if (claims === undefined) return undefined;
  return { kind: 'person', person: await identity.upsertPerson(system, claims), session: null };
};

const readBrand = (folder: string): BrandingToSave => ({
  ...(JSON.parse(readFileSync(path.join(folder, 'branding.json'), 'utf8')) as Omit<BrandingToSave, 'logo'>),
  logo: { content: readFileSync(path.join(folder, 'logo.svg')).toString('base64') },
});

/** Gives administrations of the demonstration the face that stands below `brands` of the examples, unless they chose one since. */
export const seedBrands = async (casework: Casework, examples: string): Promise<void> => {
  const brands = path.join(examples, 'brands');
  if (!existsSync(brands)) return;
  for (const administration of readdirSync(brands)) {
    const actor = await administratorOf(casework, administration);
    if (actor === undefined || (await casework.branding.getBranding(actor, {})).revision > 0) continue;
    const branding = readBrand(path.join(brands, administration));
    await casework.branding.saveBranding(actor, { revision: 0, branding });
  }
};
