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
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { appealTemplates } from './appeal-templates.ts';
import { changeTemplates } from './change-templates.ts';
import { hearingTemplates } from './hearing-templates.ts';
import { inspectionTemplates } from './inspection-templates.ts';
import { opinionTemplates } from './opinion-templates.ts';
import { appealWords, changeWords, hearingWords, inspectionWords, opinionWords, termWords } from './template-words.ts';
import { termTemplates } from './term-templates.ts';

const none: readonly ProcedureTerm[] = [];
const noOpinions: readonly ProcedureOpinion[] = [];
const noHearings: readonly ProcedureHearing[] = [];
const noInspections: readonly ProcedureInspection[] = [];

/** What the menus of the canvas offer beside plain BPMN: the connectors, and the terms, opinions, hearings, inspections, changes and appeals of the procedure as its settings are now. */
export const useOfferedTemplates = (locale: Locale): readonly unknown[] | undefined => {
  const t = useTexts();
  const { data: connectors } = useElementTemplates(locale);
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = reading.ok ? reading.value : undefined;
  const terms = settings?.terms ?? none;
  const opinions = settings?.opinions ?? noOpinions;
  const hearings = settings?.hearings ?? noHearings;
  const inspections = settings?.inspections ?? noInspections;
  const changes = settings?.changes;
  const remedies = settings?.remedies;
  return useMemo(() => {
    if (connectors === undefined) return undefined;
    return [
      ...connectors,
      ...termTemplates(terms, locale, termWords(t)),
      ...opinionTemplates(opinions, locale, opinionWords(t)),
      ...hearingTemplates(hearings, locale, hearingWords(t)),
      ...inspectionTemplates(inspections, locale, inspectionWords(t)),
      ...changeTemplates(changes, changeWords(t)),
      ...appealTemplates(remedies, appealWords(t)),
    ];
  }, [connectors, terms, opinions, hearings, inspections, changes, remedies, locale, t]);
};
