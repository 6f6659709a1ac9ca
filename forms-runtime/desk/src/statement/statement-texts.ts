import { useTranslator } from '@irisflow/ui';
import en from './statement.en.json';
import fr from './statement.fr.json';
import nl from './statement.nl.json';

/** What the page of the statement says; it comes with it. */
export const statementTexts = { fr, nl, en };

export const useStatementText = () => useTranslator<keyof typeof fr>(statementTexts);
