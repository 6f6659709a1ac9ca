import { useTranslator } from '@irisflow/ui';
import en from './budget.en.json';
import fr from './budget.fr.json';
import nl from './budget.nl.json';

/** What the pages of the budget say; it comes with them. */
export const budgetTexts = { fr, nl, en };

export const useBudgetText = () => useTranslator<keyof typeof fr>(budgetTexts);
