import { useTranslator } from '@irisflow/ui';
import en from './counter.en.json';
import fr from './counter.fr.json';
import nl from './counter.nl.json';

export type CounterKey = keyof typeof fr;

/** What the pages of counters say; it comes with them. */
export const counterTexts = { fr, nl, en };

export const useCounterText = () => useTranslator<CounterKey>(counterTexts);
