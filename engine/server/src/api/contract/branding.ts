import { PlainKey } from '@irisflow/access';
import { Branding, BrandingJudgement, BrandingToSave, Color, ContactUnitView, LogoContent } from '@irisflow/branding';
import { ContactUnit } from '@irisflow/letters';
import { nullable, Ordinal } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, operationsOf, trialLimit } from './operation.ts';

/** The face that an administration gives itself. */
export const brandingOperations = operationsOf({
  getBranding: {
    method: 'GET',
    path: '/api/administration/branding',
    summary: 'The face of my administration: its logo, its color, its sender and the head of its letters.',
    access: administrators,
    reply: Branding,
  },
  saveBranding: {
    method: 'PUT',
    path: '/api/administration/branding',
    summary: 'Gives my administration another face; refused to whoever began from an older one.',
    access: administrators,
    body: Type.Object({ revision: Ordinal, branding: BrandingToSave }),
    reply: Branding,
  },
  judgeBranding: {
    method: 'POST',
    path: '/api/administration/branding/judgement',
    summary: 'What would become of a color and a logo, or why they are refused; nothing is kept.',
    access: administrators,
    limit: { max: 3 * trialLimit.max, seconds: trialLimit.seconds },
    body: Type.Object({ accent: nullable(Color), logo: nullable(LogoContent) }),
    reply: BrandingJudgement,
  },
  getContactUnit: {
    method: 'GET',
    path: '/api/administration/contact-unit',
    summary: 'Whom letters of my administration to more than 100 people name for questions.',
    access: administrators,
    reply: ContactUnitView,
  },
  saveContactUnit: {
    method: 'PUT',
    path: '/api/administration/contact-unit',
    summary: 'Names the contact unit of my administration; refused to whoever began from an older one.',
    access: administrators,
    body: Type.Object({ revision: Ordinal, unit: ContactUnit }),
    reply: ContactUnitView,
  },
  getLogo: {
    method: 'GET',
    path: '/api/administrations/{administration}/logo/{hash}',
    summary: 'The logo of an administration; its bytes never change at this address.',
    access: 'public',
    params: Type.Object({ administration: PlainKey, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    reply: 'file',
  },
});
