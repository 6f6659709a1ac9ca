import { caseStatuses, type CaseStatus, type LocalizedText } from '@irisflow/client';
import type { CaseEffect } from '@irisflow/scenarios';
import { useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { ProcedureFacts } from './procedure-facts.ts';

const isStatus = (status: string): status is CaseStatus => (caseStatuses as readonly string[]).includes(status);

/** What people call a status: as the procedure does, else as every case. */
export const useStatusName = ({ statuses }: Pick<ProcedureFacts, 'statuses'>): ((status: string) => string) => {
  const t = useTexts();
  return (status) => statuses.get(status)?.[t.locale] ?? (isStatus(status) ? t(`caseStatus.${status}`) : status);
};

/** What people call a letter: its subject. */
export const letterName = (
  facts: Pick<ProcedureFacts, 'letters'>,
  template: string,
  locale: keyof LocalizedText,
): string => {
  const letter = facts.letters.get(template) as { readonly subject?: Partial<LocalizedText> } | undefined;
  return letter?.subject?.[locale] ?? template;
};

const textIn = (texts: Readonly<Record<string, unknown>>, locale: string): string => {
  const text = texts[locale] ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : '';
};

type Teller = (effect: never) => string;

/** What a step did to the case, as a sentence. */
export const useEffectText = (facts: ProcedureFacts): ((effect: CaseEffect) => string) => {
  const t = useTexts();
  const { money } = useFormatters();
  const statusName = useStatusName(facts);
  const termName = (key: string): string => facts.terms.find((term) => term.key === key)?.label[t.locale] ?? key;
  const euros = (amount: string): string =>
    Number.isFinite(Number(amount)) && amount !== '' ? money(Number(amount)) : amount;
  const tellers: { readonly [Kind in CaseEffect['kind']]: (effect: Extract<CaseEffect, { kind: Kind }>) => string } = {
    letter: ({ template }) => t('effect.letter', { letter: letterName(facts, template, t.locale) }),
    status: ({ status }) => t('effect.status', { status: statusName(status) }),
    decision: ({ outcome }) => t('effect.decision', { outcome: statusName(outcome) }),
    closed: ({ reason }) => t('effect.closed', { reason }),
    money: ({ way, label, amount }) =>
      t(way === 'in' ? 'effect.moneyIn' : 'effect.moneyOut', { label, amount: euros(amount) }),
    term: ({ act, key }) => t(`effect.term.${act}`, { term: termName(key) }),
    right: ({ act }) => t(`effect.right.${act}`),
    entry: ({ texts }) => t('effect.entry', { text: textIn(texts, t.locale) }),
  };
  return (effect) => (tellers[effect.kind] as unknown as Teller)(effect as never);
};
