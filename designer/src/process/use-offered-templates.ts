import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { useElementTemplates } from '../api/procedures.ts';
import { settingsPath, type ProcedureSettings, type ProcedureTerm } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import { termTemplates } from './term-templates.ts';

const none: readonly ProcedureTerm[] = [];

/** What the menus of the canvas offer beside plain BPMN: the connectors, and the terms of the procedure as its settings are now. */
export const useOfferedTemplates = (locale: Locale): readonly unknown[] | undefined => {
  const t = useTexts();
  const { data: connectors } = useElementTemplates(locale);
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const terms = (reading.ok ? reading.value.terms : undefined) ?? none;
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
    return [...connectors, ...termTemplates(terms, locale, words)];
  }, [connectors, terms, locale, t]);
};
