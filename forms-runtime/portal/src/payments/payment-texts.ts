import { useTranslator } from '@irisflow/ui';
import en from './payment.en.json';
import fr from './payment.fr.json';
import nl from './payment.nl.json';

/** What the pages of payments say; it comes with them. */
export const paymentTexts = { fr, nl, en };

export const usePaymentText = () => useTranslator<keyof typeof fr>(paymentTexts);
