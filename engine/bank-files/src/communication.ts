import { creditorReference, structuredCommunication } from '@irisflow/identifiers';

/** What a payer wrote with a payment. */
export type Communication =
  /** Twelve digits whose check digits fit. */
  | { readonly kind: 'structured'; readonly digits: string }
  /** ISO 11649, whose check digits fit. */
  | { readonly kind: 'creditorReference'; readonly reference: string }
  | { readonly kind: 'free'; readonly text: string };

const printed = /(?:\+{3}|\*{3}) ?\d{3} ?\/ ?\d{4} ?\/ ?\d{5} ?(?:\+{3}|\*{3})/gu;

const structured = (text: string): Communication | null => {
  const checked = structuredCommunication.check(text);
  return checked.ok ? { kind: 'structured', digits: checked.value } : null;
};

const referenced = (text: string): Communication | null => {
  const checked = creditorReference.check(text);
  return checked.ok ? { kind: 'creditorReference', reference: checked.value } : null;
};

/** Payers also type what was meant as a structured communication among other words: `Amende +++090/9337/55493+++ merci`. Two of them are words. */
const within = (text: string): Communication | null => {
  const [found, ...others] = new Set(text.match(printed));
  return found === undefined || others.length > 0 ? null : structured(found);
};

/** What a bank passed on, read for what it is; null where the payer wrote nothing. */
export const communicationOf = (written: string): Communication | null => {
  const text = written.replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return null;
  return structured(text) ?? referenced(text) ?? within(text) ?? { kind: 'free', text };
};
