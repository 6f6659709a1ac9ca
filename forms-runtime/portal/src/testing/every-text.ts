import type { Locale, Messages } from '@irisflow/ui';
import { personalTexts } from '../texts/personal-texts.ts';
import { loadPortalTexts } from '../texts/portal-texts.ts';

/** What a personal page finds when it is shown within the portal. */
export const loadEveryText = async (locale: Locale): Promise<Messages> => ({
  ...(await loadPortalTexts(locale)),
  ...(await personalTexts.load(locale)),
});
