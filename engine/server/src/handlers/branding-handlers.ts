import type { brandingOperations } from '../api/contract/branding.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/svg+xml': 'svg' };

export const createBrandingHandlers = ({
  casework: { branding },
}: HandlerOptions): Handlers<keyof typeof brandingOperations> => ({
  getBranding: ({ actor }) => branding.getBranding(actor, {}),
  saveBranding: ({ actor, body }) => branding.saveBranding(actor, body),
  judgeBranding: ({ actor, body }) => branding.judgeBranding(actor, body),
  getContactUnit: ({ actor }) => branding.getContactUnit(actor, {}),
  saveContactUnit: ({ actor, body }) => branding.saveContactUnit(actor, body),
  getLogo: async ({ actor, params }) => {
    const { content, mediaType, hash } = await branding.getLogo(actor, params);
    return { name: `logo.${endings[mediaType] ?? 'bin'}`, mediaType, content, picture: { hash } };
  },
});
