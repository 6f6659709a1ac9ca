import type { Locale, LocalizedText } from '@irisflow/foundation';

/** Whom a letter names for questions, as a procedure declares it. */
export interface DeclaredContact {
  readonly name: string;
  readonly capacity?: LocalizedText;
  readonly service?: LocalizedText;
  readonly address?: LocalizedText;
  readonly email: string;
  readonly phone: string;
}

/** The same in one language; null for what the procedure does not say. */
export const contactIn = ({ name, capacity, service, address, email, phone }: DeclaredContact, locale: Locale) => ({
  name,
  capacity: capacity?.[locale] ?? null,
  service: service?.[locale] ?? null,
  address: address?.[locale] ?? null,
  email,
  phone,
});
