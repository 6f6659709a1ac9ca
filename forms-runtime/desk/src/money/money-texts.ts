import { useTranslator } from '@irisflow/ui';
import en from './money.en.json';
import fr from './money.fr.json';
import nl from './money.nl.json';

export type MoneyKey = keyof typeof fr;

/** What the pages of money say; it comes with them. */
export const moneyTexts = { fr, nl, en };

export const useMoneyText = () => useTranslator<MoneyKey>(moneyTexts);
