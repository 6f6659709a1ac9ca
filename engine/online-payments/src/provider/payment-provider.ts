import type { Locale } from '@irisflow/foundation';

/** What somebody is to pay on the provider's page. */
export interface OfferedPayment {
  /** Ours: asked again under the same key, the provider creates no second one. */
  readonly key: string;
  /** Whose money it is. */
  readonly administration: string;
  /** Euros as decimal text, such as `125.00`. */
  readonly amount: string;
  /** As people copy it: `+++090/9337/55493+++`. */
  readonly communication: string;
  readonly description: string;
  readonly locale: Locale;
  /** Where the payer comes back to. */
  readonly returnUrl: string;
  /** Where the provider says that something changed; it says only of which payment. */
  readonly webhookUrl: string;
  readonly expiresAt: number;
}

export interface CreatedPayment {
  readonly providerId: string;
  /** Where one pays: on the provider's own pages. */
  readonly page: string;
}

/** Money that the provider took in. */
export interface Capture {
  /** The provider's key of it. */
  readonly id: string;
  readonly amount: string;
  readonly at: number;
}

/** What the provider says of a payment when it is asked. */
export interface ProviderWord {
  readonly state: 'open' | 'paid' | 'refused' | 'abandoned' | 'expired';
  readonly captures: readonly Capture[];
}

/** Whoever takes money in for administrations. Rejects with `PROVIDER_UNAVAILABLE` where it does not answer, or not as it should. */
export interface PaymentProvider {
  readonly create: (payment: OfferedPayment) => Promise<CreatedPayment>;
  readonly read: (providerId: string) => Promise<ProviderWord>;
}
