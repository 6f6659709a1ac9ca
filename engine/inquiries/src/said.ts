/** Characters of what somebody writes about a case here, and files that go with it: so few that a file of a case can be read. */
export const MAX_SAID = 20_000;
export const MAX_DOCUMENTS = 50;
