/** What a letter of a case may mention, by root; null where the procedure itself says what is inside. */
export const letterFields = {
  case: ['reference', 'submittedOn', 'language', 'status', 'applicant'],
  decision: ['id', 'outcome', 'decidedAt', 'decidedOn', 'decidedBy', 'grounds', 'amount', 'validFrom', 'validTo'],
  grounds: null,
  request: ['items', 'dueOn', 'note'],
  contact: ['name', 'email', 'phone', 'service', 'capacity', 'address'],
  /** Who signs, and in which capacity. */
  signatory: ['name', 'capacity'],
  /** What may be done against the decision, one sentence each. */
  remedies: null,
  ombuds: null,
  administration: ['name'],
  today: null,
  /** What the step that sends the letter gives it. */
  values: null,
  variables: null,
  /** One entry of a repeated list, one row of a table. */
  item: null,
} as const satisfies Readonly<Record<string, readonly string[] | null>>;

/** What an expression reads where it says what a decision rests on, who takes it, or what the law wants beside it. */
export const officialField = /\b(?:grounds|remedies|ombuds|contact|signatory)\b/;
