import { useTranslator } from '@irisflow/ui';
import en from './branding.en.json';
import fr from './branding.fr.json';
import nl from './branding.nl.json';

/** What the page of the look says; it comes with it. */
export const brandingTexts = { fr, nl, en };

export type BrandingKey = keyof typeof fr;
export const useBrandingText = () => useTranslator<BrandingKey>(brandingTexts);
