/** The variable in which an instance carries the sealed handle of its case; only the platform writes it. */
export const caseHandle = 'caseHandle';
