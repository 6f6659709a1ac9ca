/** Under which name the application of a page is kept. */
export const draftKey = (draftId: string) => ['application', draftId] as const;
