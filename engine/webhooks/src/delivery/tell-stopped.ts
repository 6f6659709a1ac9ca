import { searchStaff } from '@irisflow/access';
import type { LetterNotice } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import type { WebhookRow } from '../storage/webhooks.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StopReason } from '../views/webhook.ts';

/** More administrators than that read it on the page. */
const MAX_TOLD = 20;

type Writer = (name: string, page: string) => readonly [subject: string, ...paragraphs: string[]];

const reasons: Readonly<Record<StopReason, Readonly<Record<Locale, string>>>> = {
  gone: {
    fr: 'Le système qui les recevait a répondu qu’il n’existe plus.',
    nl: 'Het systeem dat ze ontving, heeft geantwoord dat het niet meer bestaat.',
    en: 'The system that received them answered that it is gone.',
  },
  failing: {
    fr: 'Le système qui les recevait n’en accepte plus depuis plusieurs jours.',
    nl: 'Het systeem dat ze ontving, neemt ze al verscheidene dagen niet meer aan.',
    en: 'The system that received them has not taken any for days.',
  },
};

const writers: Readonly<Record<Locale, (reason: StopReason) => Writer>> = {
  fr: (reason) => (name, page) => [
    `Les notifications « ${name} » sont arrêtées`,
    'Bonjour,',
    `Irisflow n’envoie plus les notifications « ${name} ». ${reasons[reason].fr}`,
    `Voyez ce qui n’a pas été envoyé et relancez l’envoi une fois le problème résolu :\n${page}`,
  ],
  nl: (reason) => (name, page) => [
    `De meldingen “${name}” zijn stopgezet`,
    'Goedendag,',
    `Irisflow verstuurt de meldingen “${name}” niet meer. ${reasons[reason].nl}`,
    `Bekijk wat niet is verstuurd en hervat de verzending zodra het probleem is opgelost:\n${page}`,
  ],
  en: (reason) => (name, page) => [
    `The notifications “${name}” have stopped`,
    'Hello,',
    `Irisflow no longer sends the notifications “${name}”. ${reasons[reason].en}`,
    `See what was not sent, and start again once the trouble is mended:\n${page}`,
  ],
};

/** The order in which the languages of Brussels stand: nobody's own language is known to whoever only has an address. */
const written = ['fr', 'nl', 'en'] as const satisfies readonly Locale[];

const noticeTo = (to: string, webhook: WebhookRow, reason: StopReason, publicUrl: string): LetterNotice => {
  const page = `${publicUrl}/desk/administration/webhooks`;
  const parts = written.map((locale) => writers[locale](reason)(webhook.name, page));
  return {
    to,
    subject: parts
      .slice(0, 2)
      .map(([subject]) => subject)
      .join(' / '),
    text: `${parts.map(([, ...paragraphs]) => paragraphs.join('\n\n')).join('\n\n—\n\n')}\n`,
  };
};

/** Tells the administrators of the administration by mail; whoever has no address reads it on the page. */
export const tellStopped = async (
  { database, clock, mailer, publicUrl }: Surroundings,
  webhook: WebhookRow,
  reason: StopReason,
): Promise<void> => {
  if (mailer === null) return;
  const search = { administration: webhook.administration, search: null, role: 'administrator' as const };
  const administrators = await searchStaff(database, { ...search, after: null, limit: MAX_TOLD });
  const key = `webhook ${webhook.id} ${clock.now()}`;
  for (const { email } of administrators)
    if (email !== null) await mailer(noticeTo(email, webhook, reason, publicUrl), key);
};
