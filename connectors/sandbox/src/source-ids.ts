/** The sources the sandbox plays, in the order of its page. */
export const SOURCE_IDS = [
  'national-register',
  'social-housing-register',
  'taxable-income',
  'real-property',
  'lease-register',
  'address-register',
  'enterprise-register',
  'tax-attestation',
  'social-attestation',
  'vehicle-register',
  'technical-inspection',
  'motor-insurance',
  'vehicle-registration',
  'driving-license',
  'criminal-record',
  'mandates',
  'mail',
  'crm',
  'permit-service',
] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

/** The sources that answer questions over HTTP; mail and the CRM are written to, and what others offer speaks its own way. */
export type HttpSourceId = Exclude<SourceId, 'mail' | 'crm' | 'permit-service'>;
