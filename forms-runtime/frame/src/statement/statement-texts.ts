import { useTranslator } from '@irisflow/ui';
import en from './statement.en.json';
import fr from './statement.fr.json';
import nl from './statement.nl.json';

/** What a statement on accessibility says of itself; it comes with the statement, which most visits never open. */
export const statementTexts = { fr, nl, en };

export const useStatementText = () => useTranslator<keyof typeof fr>(statementTexts);
