/** The tenant of everything while tenancy is off. */
export const DEFAULT_TENANT = '<default>';

const tenantPattern = /^[\w.-]{1,31}$/;

/** Whether a text may name a tenant: the default one, or 1 to 31 letters, digits, dots, dashes and underscores. */
export const isTenantId = (text: string): boolean => text === DEFAULT_TENANT || tenantPattern.test(text);
