import type { Locale } from '@irisflow/client';
import { useMemo } from 'react';
import { useElementTemplates } from '../api/procedures.ts';
import {
  settingsPath,
  type ProcedureHearing,
  type ProcedureInspection,
  type ProcedureOpinion,
  type ProcedureSettings,
  type ProcedureTerm,
} from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import { hearingTemplates } from './hearing-templates.ts';
import { inspectionTemplates } from './inspection-templates.ts';
import { opinionTemplates } from './opinion-templates.ts';
import { termTemplates } from './term-templates.ts';

const none: readonly ProcedureTerm[] = [];
const noOpinions: readonly ProcedureOpinion[] = [];
const noHearings: readonly ProcedureHearing[] = [];
const noInspections: readonly ProcedureInspection[] = [];

/** What the menus of the canvas offer beside plain BPMN: the connectors, and the terms, opinions, hearings and inspections of the procedure as its settings are now. */
export const useOfferedTemplates = (locale: Locale): readonly unknown[] | undefined => {
  const t = useTexts();
  const { data: connectors } = useElementTemplates(locale);
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const terms = (reading.ok ? reading.value.terms : undefined) ?? none;
  const opinions = (reading.ok ? reading.value.opinions : undefined) ?? noOpinions;
  const hearings = (reading.ok ? reading.value.hearings : undefined) ?? noHearings;
  const inspections = (reading.ok ? reading.value.inspections : undefined) ?? noInspections;
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
    const hearingWords = {
      category: t('process.hearing.category'),
      summon: (hearing: string) => t('process.hearing.summon', { hearing }),
      held: (hearing: string) => t('process.hearing.held', { hearing }),
      input: {
        day: t('process.hearing.day'),
        time: t('process.hearing.time'),
        place: t('process.hearing.place'),
        link: t('process.hearing.link'),
      },
      hint: {
        day: t('process.hearing.dayHint'),
        time: t('process.hearing.timeHint'),
        place: t('process.hearing.placeHint'),
        link: t('process.hearing.placeHint'),
      },
      run: t('process.hearing.run'),
      runHint: t('process.hearing.runHint'),
    };
    const inspectionWords = {
      category: t('process.inspection.category'),
      ask: (inspection: string) => t('process.inspection.ask', { inspection }),
      reported: (inspection: string) => t('process.inspection.reported', { inspection }),
      input: {
        address: t('process.inspection.address'),
        subject: t('process.inspection.subject'),
        documents: t('process.opinion.documents'),
      },
      hint: {
        address: t('process.inspection.addressHint'),
        subject: t('process.inspection.subjectHint'),
        documents: t('process.opinion.documentsHint'),
      },
      run: t('process.inspection.run'),
      runHint: t('process.inspection.runHint'),
    };
    return [
      ...connectors,
      ...termTemplates(terms, locale, words),
      ...opinionTemplates(opinions, locale, opinionWords),
      ...hearingTemplates(hearings, locale, hearingWords),
      ...inspectionTemplates(inspections, locale, inspectionWords),
    ];
  }, [connectors, terms, opinions, hearings, inspections, locale, t]);
};
