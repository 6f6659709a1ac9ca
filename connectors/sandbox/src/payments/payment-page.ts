import { html } from '../pages/html.ts';
import { layout, PAGE_HEADERS } from '../pages/layout.ts';
import { BEHAVIORS, type Behavior } from './behavior.ts';
import type { Payment } from './payment-book.ts';
import { PAYMENT_TEXTS, pageLocaleOf } from './payment-texts.ts';

const spoken = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-BE' } as const;

/** Browsers ask where a form may lead for what it redirects to as well. */
export const headersOf = ({ redirectUrl }: Payment): Readonly<Record<string, string>> => ({
  ...PAGE_HEADERS,
  'content-security-policy': PAGE_HEADERS['content-security-policy'].replace(
    "form-action 'self'",
    `form-action 'self' ${new URL(redirectUrl).origin}`,
  ),
});

/** Where somebody pays in a demonstration: they choose what happens. */
export const paymentPage = (payment: Payment): string => {
  const locale = pageLocaleOf(payment.locale);
  const t = PAYMENT_TEXTS[locale];
  const amount = new Intl.NumberFormat(spoken[locale], { style: 'currency', currency: 'EUR' });
  const choice = (behavior: Behavior, place: number) =>
    html`<li>
      <input
        type="radio"
        id="behavior-${behavior}"
        name="behavior"
        value="${behavior}"
        ${place === 0 ? 'checked' : ''}
      />
      <label for="behavior-${behavior}">${t.behaviors[behavior]}</label>
    </li>`;
  const form = html`<form class="stacked" method="post" action="/pay/${payment.id}">
    <fieldset>
      <legend>${t.choose}</legend>
      <ul>
        ${BEHAVIORS.map(choice)}
      </ul>
    </fieldset>
    <button type="submit">${t.go}</button>
  </form>`;
  const over = html`<p>${t.over}</p>
    <p><a href="${payment.redirectUrl}">${t.back}</a></p>`;
  return layout(
    t.title,
    html`<p class="demo" role="note">${t.demo}</p>
      <dl>
        <dt>${t.amount}</dt>
        <dd class="amount">${amount.format(Number(payment.value))}</dd>
        <dt>${t.what}</dt>
        <dd>${payment.description}</dd>
        <dt>${t.reference}</dt>
        <dd>${payment.reference}</dd>
      </dl>
      ${payment.status === 'open' ? form : over}`,
    locale,
  );
};

export const unknownPaymentPage = (): string =>
  layout(PAYMENT_TEXTS.en.title, html`<p>${PAYMENT_TEXTS.en.unknown}</p>`);
