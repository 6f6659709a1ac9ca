/** What the payer and the provider do next; the page of the demonstration lets people choose. */
export const BEHAVIORS = [
  'pays',
  'refused',
  'abandons',
  'pays-twice',
  'pays-half',
  'webhook-late',
  'webhook-repeated',
  'webhook-before-return',
  'webhook-lost',
  'status-unavailable',
] as const;

export type Behavior = (typeof BEHAVIORS)[number];

export const isBehavior = (value: string | null): value is Behavior => BEHAVIORS.some((one) => one === value);
