import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { useElementTemplates } from '../api/procedures.ts';
import {
  settingsPath,
  type ProcedureOpinion,
  type ProcedureSettings,
  type ProcedureTerm,
} from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import { opinionTemplates } from './opinion-templates.ts';
import { termTemplates } from './term-templates.ts';

const none: readonly ProcedureTerm[] = [];
const noOpinions: readonly ProcedureOpinion[] = [];

/** What the menus of the canvas offer beside plain BPMN: the connectors, and the terms and opinions of the procedure as its settings are now. */
export const useOfferedTemplates = (locale: Locale): readonly unknown[] | undefined => {
  const t = useTexts();
  const { data: connectors } = useElementTemplates(locale);
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const terms = (reading.ok ? reading.value.terms : undefined) ?? none;
  const opinions = (reading.ok ? reading.value.opinions : undefined) ?? noOpinions;
  return useMemo(() => {
    if (connectors === undefined) return undefined;
    const words = {
      category: t('process.term.category'),
      start: (term: string) => t('process.term.start', { term }),
      warning: (term: string) => t('process.term.warning', { term }),
      expired: (term: string) => t('process.term.expired', { term }),
      run: t('process.term.run'),
      runHint: t('process.term.runHint'),
    };
    const opinionWords = {
      category: t('process.opinion.category'),
      ask: (opinion: string) => t('process.opinion.ask', { opinion }),
      given: (opinion: string) => t('process.opinion.given', { opinion }),
      question: t('process.opinion.question'),
      questionHint: t('process.opinion.questionHint'),
      documents: t('process.opinion.documents'),
      documentsHint: t('process.opinion.documentsHint'),
      run: t('process.opinion.run'),
      runHint: t('process.opinion.runHint'),
    };
    return [...connectors, ...termTemplates(terms, locale, words), ...opinionTemplates(opinions, locale, opinionWords)];
  }, [connectors, terms, opinions, locale, t]);
};
