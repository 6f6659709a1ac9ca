/** A case handle of the form that the platform seals; only the platform could tell that this one is not sealed. */
export const handleOf = (caseId: string): string =>
  `irisflow-case-1.${Buffer.from(JSON.stringify([caseId, 'housing', 'rent-aid', 1])).toString('base64url')}.${'s'.repeat(43)}`;
