import type { useTexts } from '../texts/use-texts.ts';
import type { AppealWords } from './appeal-templates.ts';
import type { HearingWords } from './hearing-templates.ts';
import type { ChangeWords } from './change-templates.ts';
import type { InspectionWords } from './inspection-templates.ts';
import type { OpinionWords } from './opinion-templates.ts';
import type { TermWords } from './term-templates.ts';

type Texts = ReturnType<typeof useTexts>;

export const termWords = (t: Texts): TermWords => ({
  category: t('process.term.category'),
  start: (term: string) => t('process.term.start', { term }),
  warning: (term: string) => t('process.term.warning', { term }),
  expired: (term: string) => t('process.term.expired', { term }),
  run: t('process.term.run'),
  runHint: t('process.term.runHint'),
});

export const opinionWords = (t: Texts): OpinionWords => ({
  category: t('process.opinion.category'),
  ask: (opinion: string) => t('process.opinion.ask', { opinion }),
  given: (opinion: string) => t('process.opinion.given', { opinion }),
  question: t('process.opinion.question'),
  questionHint: t('process.opinion.questionHint'),
  documents: t('process.opinion.documents'),
  documentsHint: t('process.opinion.documentsHint'),
  run: t('process.opinion.run'),
  runHint: t('process.opinion.runHint'),
});

export const hearingWords = (t: Texts): HearingWords => ({
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
});

export const changeWords = (t: Texts): ChangeWords => ({
  category: t('process.change.category'),
  changed: t('process.change.changed'),
  withdrawn: t('process.change.withdrawn'),
  run: t('process.change.run'),
  runHint: t('process.change.runHint'),
});

export const inspectionWords = (t: Texts): InspectionWords => ({
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
});

export const appealWords = (t: Texts): AppealWords => ({
  category: t('process.appeal.category'),
  lodged: t('process.appeal.lodged'),
  ended: t('process.appeal.ended'),
  run: t('process.change.run'),
  runHint: t('process.appeal.runHint'),
});
