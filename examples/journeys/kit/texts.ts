import { readFileSync } from 'node:fs';
import path from 'node:path';

export type JourneyLocale = 'fr' | 'nl' | 'en';

const root = path.resolve(import.meta.dirname, '../../..');

const files = {
  about: 'forms-runtime/portal/src/about/about',
  portal: 'forms-runtime/portal/src/texts/portal',
  desk: 'forms-runtime/desk/src/texts/desk',
  branding: 'forms-runtime/desk/src/branding/branding',
  appointments: 'forms-runtime/portal/src/appointments/appointment',
  counters: 'forms-runtime/desk/src/counters/counter',
  statement: 'forms-runtime/desk/src/statement/statement',
  money: 'forms-runtime/desk/src/money/money',
  payouts: 'forms-runtime/desk/src/payouts/payout',
  notices: 'forms-runtime/desk/src/notices/notice',
  campaigns: 'forms-runtime/desk/src/campaigns/campaign',
  invitations: 'forms-runtime/portal/src/invitations/invitation',
  payments: 'forms-runtime/portal/src/payments/payment',
  rights: 'forms-runtime/portal/src/rights/right',
  obligations: 'forms-runtime/desk/src/obligations/obligation',
  quotas: 'forms-runtime/desk/src/quotas/quota',
  designer: 'designer/src/texts/',
  designerForms: 'designer/src/texts/forms',
  renderer: 'forms-runtime/renderer/src/i18n/renderer',
  ui: 'forms-runtime/ui/src/i18n/ui',
  frame: 'forms-runtime/frame/src/texts/frame',
} as const;

/** The words that a person reads on the screen, as the apps ship them. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

const wordsFrom =
  (file: string, texts: Readonly<Record<string, string>>): Words =>
  (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`Expected the text "${key}" in ${file}, but it is missing.`);
    return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
  };

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** The texts of the portal's personal pages lie apart. */
const besides: Readonly<Record<string, string>> = { portal: 'forms-runtime/portal/src/texts/personal' };

export const wordsOf = (app: keyof typeof files, locale: JourneyLocale): Words => {
  const stem = files[app];
  const file = stem.endsWith('/') ? `${stem}${locale}.json` : `${stem}.${locale}.json`;
  const beside = besides[app];
  const more = beside === undefined ? {} : read(`${beside}.${locale}.json`);
  return wordsFrom(file, { ...(read(file) as Record<string, string>), ...(more as Record<string, string>) });
};

/** The labels of a form of a procedure, which is that of the example unless another folder is named. */
export const formWords = (form: string, locale: JourneyLocale, folder = 'rent-allowance'): Words => {
  const file = `examples/${folder}/${form}.form.json`;
  const { translations } = read(file) as { translations: Record<JourneyLocale, Record<string, string>> };
  return wordsFrom(file, translations[locale]);
};
