import { useTranslator } from '@irisflow/ui';
import en from './contact-unit.en.json';
import fr from './contact-unit.fr.json';
import nl from './contact-unit.nl.json';

/** What the page of the contact unit says; it comes with it. */
export const contactUnitTexts = { fr, nl, en };

export type ContactUnitKey = keyof typeof fr;
export const useContactUnitText = () => useTranslator<ContactUnitKey>(contactUnitTexts);
